package dev.headway.lifecycle.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.log.NotificationListener;
import dev.headway.projections.log.StoredEventLog;
import dev.headway.projections.tracing.Traces;
import dev.headway.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node's event store on a throw-away database; {@link #anotherNode()} gives it company. */
final class TestStore implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");

    final DataSource database;
    final JdbcClient jdbc;
    final PostgresEventStorageEngine engine;
    final StoredEventLog log;
    final IdempotencyRecords idempotency;
    final HeadSignal headSignal = new HeadSignal();
    final EventSerializer serializer = new EventSerializer(new EventTypes());
    private final GroupAppender appender;
    private final NotificationListener listener;

    TestStore() {
        this(migrated(TestDatabase.empty()), EventStoreProperties.defaults());
    }

    TestStore(DataSource database, EventStoreProperties properties) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var reads = new EventReads(database);
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.appender =
                new GroupAppender(
                        database, clock, headSignal, properties, new SimpleMeterRegistry());
        this.listener = new NotificationListener(database, headSignal, Duration.ofMillis(500));
        this.engine =
                new PostgresEventStorageEngine(
                        appender,
                        reads,
                        new SnapshotStore(database),
                        clock,
                        Traces.OFF,
                        serializer,
                        AxonUpcaster.chain(EventRevisions.upcasters()));
        this.log =
                new StoredEventLog(
                        reads,
                        new EventDecoder(new EventTypes(), EventRevisions.upcasters()),
                        headSignal);
        this.idempotency = new IdempotencyRecords(appender, database);
    }

    /** The store's tables alone; nothing of it needs those that are read from it. */
    static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .target("1")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        return database;
    }

    TestStore anotherNode() {
        return new TestStore(database, EventStoreProperties.defaults());
    }

    GroupAppender appender() {
        return appender;
    }

    /** A command that appends {@code count} touchpoints to a stream that is at {@code version}. */
    void append(String stream, long version, int count) {
        engine.appendEvents(touchpoints(stream, version, count));
    }

    static List<DomainEventMessage<?>> touchpoints(String stream, long version, int count) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (int i = 0; i < count; i++) {
            events.add(event(stream, version + 1 + i, touchpoint("call " + (version + 1 + i))));
        }
        return events;
    }

    static DomainEventMessage<?> event(String stream, long version, HeadwayEvent event) {
        return new GenericDomainEventMessage<>(
                "Partnership", stream, version - 1, event, Map.of("actor", "mia"));
    }

    static TouchpointRecorded touchpoint(String summary) {
        return new TouchpointRecorded("JOINT_CALL", summary, null, NOW.minus(Duration.ofDays(1)));
    }

    /** The rows of a group, as the appender thread would send them. */
    List<AppendStatement.Outcome> group(PendingAppend... commands) throws Exception {
        try (var connection = database.getConnection();
                var statement = new AppendStatement(connection)) {
            return statement.append(List.of(commands), NOW);
        }
    }

    static PendingAppend command(String stream, long version, int count) {
        return new PendingAppend(rows(stream, version, count), null);
    }

    static List<EventRow> rows(String stream, long version, int count) {
        var rows = new ArrayList<EventRow>();
        for (int i = 0; i < count; i++) {
            var v = version + 1 + i;
            rows.add(
                    new EventRow(
                            stream,
                            "Partnership",
                            v,
                            stream + "@" + v,
                            "SeatVacated",
                            "1",
                            "{\"seat\":\"SUPPORT\",\"effectiveAt\":\"2026-11-20T10:15:30Z\"}"
                                    .getBytes(UTF_8),
                            "{}".getBytes(UTF_8),
                            NOW));
        }
        return rows;
    }

    long versionOf(String stream) {
        return engine.lastSequenceNumberFor(stream).map(sequence -> sequence + 1).orElse(0L);
    }

    @Override
    public void close() {
        appender.close();
        listener.close();
    }
}
