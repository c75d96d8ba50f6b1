package dev.headway.projections.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.outbox.Outbox;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import dev.headway.projections.watching.alerts.AlertsForTests;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand episodes, and a sender that is killed again and again: before it begins, when the
 * receiver has the message and has not answered, when it has answered, and at any other time. Real
 * processes, a real database, a real receiver. {@code -Dheadway.sender-kills=50} kills it more
 * often.
 */
class KilledSenderTest {

    private static final int EPISODES = 1_000;
    private static final int KILLS = Integer.getInteger("headway.sender-kills", 8);
    private static final int A_FEW = 5;
    private static final JsonMapper JSON = new JsonMapper();

    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer receiver = server();
    private volatile @Nullable Death death;
    private volatile int raised;

    private record Received(String deliveryId, String body) {}

    /** After how many requests a sender dies, and whether before the last of them is answered. */
    private record Death(SenderProcess sender, int atRequest, boolean beforeTheAnswer) {}

    @BeforeEach
    void listen() {
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void none_is_missed_and_what_comes_twice_is_known_and_has_the_same_id(@TempDir Path folder)
            throws Exception {
        var classes = folder.resolve("classes.jsa");
        start(classes).end();
        var raising = new Task("feeder", Duration.ofMillis(5), this::raiseAFewMore);
        var feeder = new FixedDelayTasks("feeder", true, List.of(raising));
        feeder.start();
        for (var kill = 0; kill < KILLS; kill++) {
            live(classes);
        }
        var last = start(classes);
        await().atMost(Duration.ofMinutes(2)).until(this::isAllDelivered);
        last.end();
        feeder.stop();

        assertThat(received.stream().flatMap(each -> alertsIn(each.body()).stream()).distinct())
                .hasSize(EPISODES);
        var messages = received.stream().distinct().toList();
        assertThat(messages).extracting(Received::deliveryId).doesNotHaveDuplicates();
        assertThat(messages.stream().flatMap(each -> alertsIn(each.body()).stream()))
                .as("no alert is told under two ids")
                .doesNotHaveDuplicates();
        var twice = received.size() - messages.size();
        assertThat(twice).as("each try that may have arrived is known").isBetween(1, unknown());
        assertThat(unknown()).as("one at most for each kill").isLessThanOrEqualTo(KILLS);
        receivedMoreThanOnce()
                .forEach(
                        (delivery, times) ->
                                assertThat(unknown(delivery))
                                        .as(delivery)
                                        .isGreaterThanOrEqualTo(times - 1));
    }

    /** One life of a sender, ended in one of four ways. */
    private void live(Path classes) throws Exception {
        var sender = start(classes);
        switch (random.nextInt(4)) {
            case 0 -> sender.kill();
            case 1 -> dieAt(sender, true);
            case 2 -> dieAt(sender, false);
            default -> {
                sender.process().waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
                sender.kill();
            }
        }
        death = null;
    }

    private void dieAt(SenderProcess sender, boolean beforeTheAnswer) {
        death = new Death(sender, received.size() + random.nextInt(1, 12), beforeTheAnswer);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !sender.process().isAlive() || isAllDelivered());
        sender.kill(); // where nothing was left to send
    }

    private void take(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(call.getRequestHeaders().getFirst("webhook-id"), body));
        var due = death;
        var dies = due != null && received.size() >= due.atRequest();
        if (due != null && dies && due.beforeTheAnswer()) {
            due.sender().kill();
        }
        try (call) {
            call.sendResponseHeaders(200, -1);
        }
        if (due != null && dies) {
            due.sender().kill();
        }
    }

    private String database() throws SQLException {
        try (var connection = source.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static HttpServer server() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return HttpServer.create(loopback, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SenderProcess start(Path classes) throws IOException, SQLException {
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        return SenderProcess.start(database(), url, classes);
    }

    /** As the sweep does it; a few at a time, so that each becomes a message of its own. */
    private void raiseAFewMore() {
        if (raised < EPISODES && isLittleWaiting()) {
            var alerts =
                    IntStream.range(raised, raised + A_FEW)
                            .mapToObj(i -> new UUID(0, i + 1L))
                            .toList();
            for (var alert : alerts) {
                AlertsForTests.raise(database, alert, "partnership " + alert);
            }
            var twoSecondsAgo = Clock.systemUTC().instant().minusSeconds(2);
            new WhenAlertRaisedThenTellChat(new Outbox(database), List.of("team"))
                    .react(alerts, Occasion.RAISED, twoSecondsAgo, false);
            raised += A_FEW; // by this thread alone; who reads it finds all of them queued
        }
    }

    private boolean isLittleWaiting() {
        return database.sql(
                        """
                        select (select count(*) from chat_outbox) = 0
                               and (select count(*)
                                    from   delivery
                                    where  status <> 'DELIVERED') < 10
                        """)
                .query(Boolean.class)
                .single();
    }

    private boolean isAllDelivered() {
        return raised == EPISODES
                && database.sql(
                                """
                                select (select count(*) from chat_outbox) = 0
                                       and not exists (select
                                                       from   delivery
                                                       where  status <> 'DELIVERED')
                                """)
                        .query(Boolean.class)
                        .single();
    }

    private int unknown() {
        return database.sql("select count(*) from delivery_attempt where outcome = 'UNKNOWN'")
                .query(Integer.class)
                .single();
    }

    private int unknown(String delivery) {
        return database.sql(
                        """
                        select count(*)
                        from   delivery_attempt
                        where  delivery_id = cast(:delivery as uuid)
                        and    outcome     = 'UNKNOWN'
                        """)
                .param("delivery", delivery)
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> receivedMoreThanOnce() {
        var times =
                received.stream()
                        .collect(Collectors.toMap(Received::deliveryId, _ -> 1, Integer::sum));
        times.values().removeIf(count -> count == 1);
        return times;
    }

    private static List<String> alertsIn(String body) {
        return JSON.readTree(body)
                .at("/alerts")
                .valueStream()
                .map(alert -> alert.at("/id").asString())
                .toList();
    }
}
