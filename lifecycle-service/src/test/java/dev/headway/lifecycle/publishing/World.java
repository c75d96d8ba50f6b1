package dev.headway.lifecycle.publishing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.ReadableEvents;
import dev.headway.projections.log.StoredEvent;
import dev.headway.testing.BrokerProcess;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A store, a topic of its own at a broker, and a mirror: with whatever nodes a test starts, and a
 * reader of the mirror, who reads as projections do.
 */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final FilledStore store = new FilledStore(new SplittableRandom(16));
    final DataSource mirror = TestDatabase.migrated();
    final JdbcClient mirrored = JdbcClient.create(mirror);
    private final EventReads read = new EventReads(mirror, ReadableEvents.MIRRORED);
    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> nodes = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private long position;

    World(BrokerProcess broker, String topic) {
        settings.put("headway.kafka.bootstrap-servers", broker.address());
        settings.put("headway.kafka.topic", topic);
        settings.put("headway.kafka.group", topic + "-mirror");
        settings.put("headway.kafka.partitions", "3");
        settings.put("headway.kafka.client.metadata.max.age.ms", "500");
        settings.put("headway.publishing.lease", "2s");
        settings.put("headway.publishing.look-again", "200ms");
        settings.put("headway.mirror.look-again", "200ms");
    }

    World with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Map<String, String> settings() {
        return settings;
    }

    ConfigurableApplicationContext publisher() {
        return kept(TopicNode.start(url(store.database), settings));
    }

    NodeProcess publisherProcess() throws IOException {
        return kept(NodeProcess.start(url(store.database), settings));
    }

    ConfigurableApplicationContext mirrorNode() {
        return kept(TopicNode.start(url(mirror), mirrorSettings()));
    }

    NodeProcess mirrorProcess() throws IOException {
        return kept(NodeProcess.start(url(mirror), mirrorSettings()));
    }

    /** Until the mirror has everything, and then that it has it as the store has. */
    void requireMirrored() {
        var head = store.head();
        await("position %d in the mirror".formatted(head))
                .atMost(PATIENCE)
                .until(() -> readOn() >= head);
        assertThat(seen).isEqualTo(ids());
        assertThat(hash(mirrored)).isEqualTo(hash(store.jdbc));
    }

    /** Until it has come so far. */
    void awaitMirrored(long place) {
        await("position %d in the mirror".formatted(place))
                .atMost(PATIENCE)
                .until(() -> readOn() >= place);
    }

    /** Until the lease was taken more often than so. */
    void awaitEpochBeyond(long epoch) {
        await("an epoch beyond %d".formatted(epoch)).atMost(PATIENCE).until(() -> epoch() > epoch);
    }

    long epoch() {
        return store.jdbc.sql("select epoch from publishing").query(Long.class).single();
    }

    long published() {
        return store.jdbc.sql("select position from publishing").query(Long.class).single();
    }

    /** Until the brokers have acknowledged so much. */
    void awaitPublished(long place) {
        await("position %d on the topic".formatted(place))
                .atMost(PATIENCE)
                .until(() -> published() >= place);
    }

    /** As a projection reads, which never goes back. */
    private long readOn() {
        for (var page = read.after(position, 500);
                !page.isEmpty();
                page = read.after(position, 500)) {
            page.stream().map(StoredEvent::eventId).forEach(seen::add);
            position = page.getLast().position();
        }
        return position;
    }

    List<String> seen() {
        return seen;
    }

    List<String> ids() {
        return store.jdbc
                .sql("select event_id from event order by position")
                .query((row, _) -> requireNonNull(row.getString(1)))
                .list();
    }

    private static String hash(JdbcClient database) {
        return database.sql(
                        "select md5(string_agg(event::text, '\n' order by position)) from event")
                .query(String.class)
                .single();
    }

    private Map<String, String> mirrorSettings() {
        var all = new HashMap<>(settings);
        all.put("headway.mirror.enabled", "true");
        return all;
    }

    private static String url(DataSource database) {
        return requireNonNull(((HikariDataSource) database).getJdbcUrl());
    }

    private <N extends AutoCloseable> N kept(N node) {
        nodes.add(node);
        return node;
    }

    @Override
    public void close() throws Exception {
        for (var node : nodes.reversed()) {
            node.close();
        }
    }
}
