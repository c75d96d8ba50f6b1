package dev.headway.projections.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.headway.projections.chat.AlertSourceForTests;
import dev.headway.projections.chat.ChatFixture;
import dev.headway.projections.chat.ChatFixture.Settings;
import dev.headway.projections.chat.ChatFixture.Wanted;
import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many alerts at once, into a receiver that takes one message a second and says so. */
class ChannelPaceTest {

    private static final int ALERTS = 500;
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));

    /** As a chat service does it: who comes too early is turned away and told for how long. */
    private static final class OneASecond implements AutoCloseable {

        private final HttpServer server;
        private final List<Instant> taken = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();
        private int tooEarly;
        private boolean isBusy = true;

        OneASecond(DrivenClock clock) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    call -> {
                        var body = call.getRequestBody().readAllBytes();
                        var now = clock.instant();
                        var early =
                                !taken.isEmpty() && now.isBefore(taken.getLast().plus(A_SECOND));
                        if (early) {
                            tooEarly++;
                        }
                        if (early || isBusy) {
                            isBusy = false;
                            call.getResponseHeaders().set("Retry-After", "2");
                            call.sendResponseHeaders(429, -1);
                        } else {
                            taken.add(now);
                            bodies.add(new String(body, StandardCharsets.UTF_8));
                            isBusy = taken.size() % 3 == 0; // somebody else writes there as well
                            call.sendResponseHeaders(200, -1);
                        }
                        call.close();
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void five_hundred_at_once_arrive_in_a_few_messages_none_dropped_and_none_too_early(
            ChannelKind kind) throws IOException {
        var source = TestDatabase.migrated();
        var alerts = new AlertSourceForTests(source, clock);
        var names =
                IntStream.range(0, ALERTS)
                        .mapToObj("A partnership with quite a long name %03d of them"::formatted)
                        .toList();
        try (var receiver = new OneASecond(clock)) {
            var wanted = new Wanted();
            wanted.partnerships = alerts;
            var team =
                    new ChatFixture(
                            source,
                            clock,
                            alerts,
                            wanted.over(Settings.of(source, kind, receiver.url())));
            names.forEach(
                    name ->
                            alerts.raise(
                                    alerts.partnership(name, "Ada", "LAUNCH", 3), "ghost-town"));
            for (var tick = 0; tick < 600 && !isOver(team); tick++) {
                clock.advance(Duration.ofMillis(100));
                team.tell();
            }

            assertThat(receiver.tooEarly).as("the rate was never exceeded").isZero();
            assertThat(receiver.bodies).hasSizeBetween(1, 20).doesNotHaveDuplicates();
            assertThat(receiver.bodies)
                    .allSatisfy(
                            body ->
                                    assertThat(body.getBytes(StandardCharsets.UTF_8).length)
                                            .isLessThanOrEqualTo(28 * 1024));
            assertThat(String.join("\n", receiver.bodies)).contains(names);
            assertThat(links(receiver.bodies)).hasSize(kind == ChannelKind.WEBHOOK ? 1 : ALERTS);
            assertThat(team.counted("dead")).isZero();
            assertThat(team.counted("retried")).isPositive();
        }
    }

    private static List<String> links(List<String> bodies) {
        var link = Pattern.compile("http://headway\\.example/partnerships/[0-9a-f{][^|)\"\\\\]*");
        return bodies.stream()
                .flatMap(body -> link.matcher(body).results())
                .map(each -> each.group())
                .distinct()
                .toList();
    }

    private static boolean isOver(ChatFixture team) {
        return team.database
                .sql(
                        """
                        select (select count(*) from chat_outbox) = 0
                               and (select count(*) from delivery) > 0
                               and (select count(*) from delivery where status <> 'DELIVERED') = 0
                        """)
                .query(Boolean.class)
                .single();
    }
}
