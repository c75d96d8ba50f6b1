package dev.headway.lifecycle.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes is told to whoever holds a stream open, on every node, and to nobody else. */
class StreamOverHttpTest {

    private static final String STREAM = "/api/v1/stream";
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What is promised between two nodes. */
    private static final Duration LIVE = Duration.ofSeconds(2);

    private static final String[] SETTINGS = {
        "headway.stream.heartbeat=200ms", "headway.stream.per-person=3"
    };

    private static RunningHeadway one;
    private static RunningHeadway other;

    @BeforeAll
    static void start() {
        one = RunningHeadway.start(SETTINGS);
        other = one.anotherNode(SETTINGS);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void all_five_roles_read_it(Role role) {
        try (var stream = EventStreamClient.open(one.uri(), one.token(role))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(stream.response().headers().firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }

    @Test
    void nobody_without_a_token_does() {
        assertThat(one.asNobody().get(STREAM).status()).isEqualTo(401);
        assertThat(one.with("garbage").get(STREAM).status()).isEqualTo(401);
    }

    @Test
    void a_change_on_one_node_is_told_on_another_and_in_what_is_asked_then() {
        try (var stream = EventStreamClient.open(other.uri(), one.token(Role.VIEWER))) {
            var reef = registered("Reef Reach");
            var told = stream.about("partnership", reef.id(), LIVE);

            var position = told.data().at("/position").asString();
            assertThat(told.lastId()).isEqualTo(position);
            var list =
                    other.as(Role.VIEWER)
                            .get("/api/v1/partnerships?limit=200", "Headway-Position", position);
            assertThat(list.text()).contains(reef.id());
            assertThat(told.data().propertyNames()).containsOnly("id", "position");
        }
    }

    @Test
    void a_step_is_told_with_its_partnership() {
        var reef = registered("Step by step");
        try (var stream = EventStreamClient.open(one.uri(), one.token(Role.VIEWER))) {
            var step =
                    reef.step("Train them", "OURS", Duration.ofDays(9))
                            .json()
                            .at("/stepId")
                            .asString();

            var told = stream.about("step", step);
            assertThat(told.data().at("/partnershipId").asString()).isEqualTo(reef.id());
            var position = told.data().at("/position").asString();
            assertThat(stream.about("partnership", reef.id(), position).data().at("/id").asString())
                    .isEqualTo(reef.id());
            assertThat(told.lastId()).isNotEqualTo(stream.lastId());
        }
    }

    @Test
    void an_alert_is_told_as_it_is_raised_and_to_who_comes_back() {
        var program = one.as(Role.ADMIN).get("/api/v1/program").text();
        try (var stream = EventStreamClient.open(other.uri(), one.token(Role.VIEWER))) {
            var stalled = registered("Stalled");
            stream.about("partnership", stalled.id());
            var before = stream.lastId();
            var changed =
                    one.as(Role.ADMIN)
                            .put(
                                    "/api/v1/program",
                                    program.replaceFirst(
                                            "\"planning-stall\":\"[^\"]+\"",
                                            "\"planning-stall\":\"PT1S\""));
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            stream.about("program", "program");
            await().atMost(SOON).until(() -> !alertOf(stalled).isEmpty());
            var alert = alertOf(stalled);
            stream.about("alert", alert);

            try (var back =
                    EventStreamClient.open(
                            one.uri(), one.token(Role.VIEWER), "Last-Event-ID", before)) {
                back.about("alert", alert);
            }
        } finally {
            one.as(Role.ADMIN).put("/api/v1/program", program);
        }
    }

    @Test
    void an_import_is_told() {
        try (var stream = EventStreamClient.open(one.uri(), one.token(Role.ADMIN))) {
            var csv =
                    """
                    externalKey,name,partnerName,partnerType,registeredAt
                    streamed,Streamed,Streamed Ltd,TELCO,2025-01-15
                    """;
            var imported =
                    one.as(Role.ADMIN)
                            .send(
                                    "POST",
                                    "/api/v1/imports",
                                    "text/csv",
                                    BodyPublishers.ofString(csv));
            stream.about("partnership", imported.json().at("/rows/0/partnershipId").asString());
            await().atMost(SOON).until(() -> !stream.of("import").isEmpty());
        }
    }

    @Test
    void whoever_comes_back_to_another_node_is_told_what_they_missed_and_nothing_else() {
        var before = registered("Before");
        String known;
        try (var stream = EventStreamClient.open(one.uri(), one.token(Role.VIEWER))) {
            var moved = before.touchpoint().position();
            stream.about("partnership", before.id());
            known = Long.toString(moved);
        }
        var missed = registered("Missed");

        try (var stream =
                EventStreamClient.open(
                        other.uri(), one.token(Role.VIEWER), "Last-Event-ID", known)) {
            var told = stream.about("partnership", missed.id());
            assertThat(told.data().at("/position").asLong()).isGreaterThan(Long.parseLong(known));
            assertThat(stream.of("partnership")).doesNotContain(before.id());
        }
    }

    @Test
    void a_position_that_is_not_there_yet_asks_for_everything_anew() {
        try (var stream =
                EventStreamClient.open(
                        one.uri(), one.token(Role.VIEWER), "Last-Event-ID", "99999999999")) {
            await().atMost(SOON).until(() -> !stream.messages().isEmpty());
            assertThat(stream.messages().getFirst().event()).isEqualTo("resync");
        }
    }

    @Test
    void a_comment_breaks_the_silence() {
        try (var stream = EventStreamClient.open(one.uri(), one.token(Role.AUDITOR))) {
            await().atMost(SOON).until(() -> stream.comments() >= 2);
        }
    }

    @Test
    void it_ends_when_its_token_is_revoked() {
        var viewer = one.as(Role.VIEWER);
        var made =
                viewer.post(
                                "/api/v1/tokens",
                                "{\"name\":\"board\",\"roles\":[\"VIEWER\"],\"expiresOn\":\"%s\"}"
                                        .formatted(Instant.now().plus(Duration.ofDays(9))))
                        .json();
        try (var stream = EventStreamClient.open(other.uri(), made.at("/token").asString())) {
            assertThat(stream.hasEnded()).isFalse();

            viewer.delete("/api/v1/tokens/" + made.at("/id").asString());

            await().atMost(SOON).until(stream::hasEnded);
        }
    }

    @Test
    void a_person_has_so_many_and_gets_the_place_back_of_one_that_is_closed() {
        var token = one.token(Role.APPROVER);
        try (var first = EventStreamClient.open(one.uri(), token);
                var second = EventStreamClient.open(one.uri(), token)) {
            try (var third = EventStreamClient.open(one.uri(), token)) {
                var refused = one.as(Role.APPROVER).get(STREAM);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).isEqualTo("5");
                assertThat(first.hasEnded() || second.hasEnded() || third.hasEnded()).isFalse();
            }
            await().atMost(SOON)
                    .until(
                            () -> {
                                try (var again = EventStreamClient.tried(one.uri(), token)) {
                                    return again.status() == 200;
                                }
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4711x", "0x1", "1234567890123456789"})
    void what_is_no_position_is_refused(String known) {
        var viewer = one.as(Role.VIEWER);

        assertThat(viewer.get(STREAM, "Last-Event-ID", known).status()).isEqualTo(400);
        assertThat(viewer.get(STREAM + "?after=" + known).status()).isEqualTo(400);
    }

    @Test
    void its_headers_alone_do_not_last() {
        var head = one.as(Role.VIEWER).send("HEAD", STREAM, null, BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void open_streams_do_not_hold_up_a_node_that_stops() {
        var leaving = one.anotherNode(SETTINGS);
        try (var stream = EventStreamClient.open(leaving.uri(), one.token(Role.MANAGER))) {
            var begun = System.nanoTime();
            leaving.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            await().atMost(SOON).until(stream::hasEnded);
        }
    }

    private static String alertOf(PartnershipOverHttp partnership) {
        return one.as(Role.VIEWER)
                .get("/api/v1/alerts?partnership=" + partnership.id())
                .json()
                .at("/items/0/id")
                .asString("");
    }

    private static PartnershipOverHttp registered(String name) {
        return PartnershipOverHttp.registered(one.as(Role.MANAGER), Clock.systemUTC(), name);
    }
}
