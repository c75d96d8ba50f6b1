package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.Caller;
import dev.headway.lifecycle.Caller.Answered;
import dev.headway.lifecycle.DrivenClock;
import dev.headway.lifecycle.Partner;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every caller of the API may count on. */
class ConventionsTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final String REEF =
            "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef Ltd\", \"type\": \"TELCO\"}}";
    private static final String CALLED = "{\"kind\": \"JOINT_CALL\", \"summary\": \"weekly\"}";

    private static final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
    private static final RunningHeadway headway = RunningHeadway.startAt(clock);

    private final Caller manager = headway.as(Role.MANAGER);
    private final Caller approver = headway.as(Role.APPROVER);

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_is_created_tells_where_it_is_and_at_which_version_and_position() {
        var created = manager.post(PARTNERSHIPS, REEF);

        var id = created.json().at("/id").asString();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(PARTNERSHIPS + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().at("/stage").asString()).isEqualTo("PROSPECT");
        assertThat(created.json().at("/version").asLong()).isEqualTo(1);
        assertThat(created.position()).isPositive();
        var read =
                manager.get(
                        created.header("Location"),
                        "Headway-Position",
                        created.header("Headway-Position"));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void an_owner_fills_the_relationship_seat() {
        var created =
                manager.post(
                        PARTNERSHIPS,
                        REEF.replace("}}", "}, \"owner\": \"Mara\", \"pattern\": \"RESELL\"}"));

        assertThat(created.header("ETag")).isEqualTo("\"3\"");
        var seat = criterion(gate(path(created), "PILOT"), "relationship-seat-filled");
        assertThat(seat.at("/have").asString()).isEqualTo("Mara");
    }

    @Test
    void doing_it_again_changes_nothing_and_still_tells_version_and_position() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var once = manager.put(reef + "/pattern", "{\"pattern\": \"RESELL\"}");
        var again = manager.put(reef + "/pattern", "{\"pattern\": \"RESELL\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(once.header("ETag"));
        assertThat(again.position()).isGreaterThanOrEqualTo(once.position());
    }

    @Test
    void a_move_needs_the_version_it_was_decided_on() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(manager.post(reef + "/transitions", "{\"to\": \"PILOT\"}"), 428);
        assertProblem(move(reef, "PILOT", "\"0\""), 412);
        assertProblem(move(reef, "PILOT", "\"2\""), 412);
        assertThat(move(reef, "PROSPECT", "*").header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1", " \"1\" ", "W/\"1\"", "*"})
    void a_version_is_understood_however_it_travels(String ifMatch) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(move(reef, "PILOT", ifMatch).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"one\"",
                "\"1",
                "\"-1\"",
                "",
                "\"1\", \"2\"",
                "99999999999999999999",
                "w/1"
            })
    void a_version_that_is_none_is_a_bad_request(String ifMatch) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(move(reef, "PILOT", ifMatch), 400);
    }

    @Test
    void any_write_may_say_which_version_it_was_decided_on() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"7\""), 412);
        assertThat(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(manager.post(reef + "/touchpoints", CALLED, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void a_refused_gate_tells_every_unmet_criterion_as_the_gate_itself_does() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var refused = move(reef, "PILOT", "\"1\"");

        assertProblem(refused, 422);
        assertThat(refused.header("ETag")).isEqualTo("\"2\"");
        assertThat(refused.position()).isPositive();
        assertThat(
                        refused.json()
                                .at("/unmet")
                                .valueStream()
                                .map(u -> u.at("/criterion").asString()))
                .containsExactly(
                        "leverage-claimed",
                        "pattern-chosen",
                        "timing-right",
                        "relationship-seat-filled",
                        "pilot-scoped");
        var gate = gate(reef, "PILOT");
        assertThat(gate.at("/passes").asBoolean()).isFalse();
        for (var unmet : refused.json().at("/unmet")) {
            var judged = criterion(gate, unmet.at("/criterion").asString());
            assertThat(unmet.propertyNames())
                    .containsExactly("criterion", "statement", "have", "need");
            assertThat(judged.at("/met").asBoolean()).isFalse();
            assertThat(judged.at("/required").asBoolean()).isTrue();
            for (var name : List.of("statement", "have", "need")) {
                assertThat(unmet.at("/" + name)).isEqualTo(judged.at("/" + name));
                assertThat(unmet.at("/" + name).asString()).isNotBlank();
            }
        }
        assertThat(move(reef, "PROSPECT", "*").json().at("/stage").asString())
                .isEqualTo("PROSPECT");
    }

    @Test
    void the_next_gate_is_the_one_asked_for_without_saying_which() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(manager.get(reef + "/gate").json()).isEqualTo(gate(reef, "PILOT"));
        assertThat(gate(reef, "SCALED").at("/passes").asBoolean()).isFalse();
        assertThat(gate(reef, "SUNSET").at("/criteria").size()).isEqualTo(3);
        assertProblem(manager.get(reef + "/gate?to=MOON"), 400);
        assertProblem(manager.get(PARTNERSHIPS + WriteCall.UNKNOWN + "/gate"), 404);
        assertProblem(manager.get(PARTNERSHIPS + "/program/gate"), 404);
    }

    @Test
    void a_stage_that_is_skipped_is_a_conflict_and_recorded() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var refused = move(reef, "SCALED", "\"1\"");

        assertProblem(refused, 409);
        assertThat(refused.header("ETag")).isEqualTo("\"2\"");
        assertThat(refused.position()).isPositive();
        assertProblem(move(reef, "PROSPECT", "\"1\""), 412);
        assertThat(move(reef, "PROSPECT", "\"2\"").header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_fact_at_the_wrong_time_of_life_is_a_conflict_and_not_recorded() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var judged =
                manager.put(
                        reef + "/pilot-verdict", "{\"verdict\": \"PROVED\", \"evidence\": \"14\"}");

        assertProblem(judged, 409);
        assertThat(judged.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void going_back_needs_a_reason() {
        var blue = Partner.registered(manager, clock, "Blue").launched();
        var back = move(blue.path(), "PILOT", "*");

        assertProblem(back, 400);
        assertThat(back.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(blue.move("PILOT").status()).isEqualTo(200);
        assertThat(move(blue.path(), "PILOT", "*").json().at("/stage").asString())
                .isEqualTo("PILOT");
    }

    @Test
    void nothing_happens_more_than_five_seconds_ahead_of_our_clock() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(touchpointAt(reef, clock.instant().plusSeconds(5)).status()).isEqualTo(200);
        var early = touchpointAt(reef, clock.instant().plusSeconds(6));
        assertProblem(early, 400);
        assertThat(early.json().at("/errors/0/pointer").asString()).isEqualTo("/effectiveAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-01T00:00:00Z", "2026-11-01T01:00:00.5+01:00"})
    void a_day_and_an_instant_are_both_a_time(String at) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var body = CALLED.replace("}", ", \"effectiveAt\": \"" + at + "\"}");

        assertThat(manager.post(reef + "/touchpoints", body).status()).isEqualTo(200);
    }

    @Test
    void nobody_decides_a_waiver_of_their_own() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var body =
                """
                {"criterion": "seams-pass", "reason": "late audit", "expiresOn": "2027-01-31"}
                """;
        var theirs = approver.post(reef + "/waivers", body);
        var ours = manager.post(reef + "/waivers", body);
        var granted = "{\"decision\": \"GRANTED\", \"reason\": \"until then\"}";

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.header("Location"))
                .isEqualTo(reef + "/waivers/" + theirs.json().at("/waiverId").asString());
        assertProblem(approver.post(theirs.header("Location") + "/decision", granted), 403);
        assertProblem(manager.post(ours.header("Location") + "/decision", granted), 403);
        assertThat(approver.post(ours.header("Location") + "/decision", granted).status())
                .isEqualTo(200);
        assertThat(criterion(gate(reef, "LAUNCH"), "seams-pass").at("/waiver").asString())
                .isEqualTo(ours.json().at("/waiverId").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"criterion": "good-weather", "reason": "x", "expiresOn": "2027-01-31"} | waivers        | /criterion
                    {"classification": "STRATEGIC"}                                         | classification | /bends
                    {"classification": "STRATEGIC", "bends": [null]}                        | classification | /bends/0
                    {"kind": 3, "summary": "x"}                                             | touchpoints    | /kind
                    """)
    void what_cannot_be_is_named(String body, String below, String pointer) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));
        var method = below.equals("classification") ? "PUT" : "POST";
        var answer = send(manager, method, reef + "/" + below, "application/json", body);

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "\"text\"",
                "null",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{} {}",
                "{\"name\": NaN}",
                "{\"name\": 'a'}",
                "{\"na\\u0000me\": 1}"
            })
    void a_body_that_is_no_object_of_ours_is_a_bad_request(String body) {
        assertProblem(manager.post(PARTNERSHIPS, body), 400);
    }

    @Test
    void a_body_may_be_neither_deep_nor_large_nor_torn() {
        var deep = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var large = REEF.replace("Reef Ltd", "a".repeat(3_000_000));
        var torn = REEF.getBytes(StandardCharsets.UTF_8);
        torn[REEF.indexOf("Reef")] = (byte) 0xC3;

        assertProblem(manager.post(PARTNERSHIPS, deep), 400);
        assertProblem(manager.post(PARTNERSHIPS, large), 400);
        assertProblem(
                manager.send(
                        "POST", PARTNERSHIPS, "application/json", BodyPublishers.ofByteArray(torn)),
                400);
    }

    @Test
    void text_is_kept_as_it_is_written() {
        var name = "Ünïcode 🜁 عربى <b>&amp;</b> ' \\\\ \\\" \\n done";
        var created = manager.post(PARTNERSHIPS, REEF.replace("\"Reef\"", "\"" + name + "\""));

        assertThat(created.json().at("/name").asString())
                .isEqualTo("Ünïcode 🜁 عربى <b>&amp;</b> ' \\ \" \n done");
        var read =
                manager.get(path(created), "Headway-Position", created.header("Headway-Position"));
        assertThat(read.json().at("/name")).isEqualTo(created.json().at("/name"));
    }

    @Test
    void what_is_not_json_is_not_understood() {
        assertProblem(send(manager, "POST", PARTNERSHIPS, "text/plain", REEF), 415);
        assertProblem(send(manager, "POST", PARTNERSHIPS, "application/xml", "<a/>"), 415);
        assertProblem(send(manager, "POST", PARTNERSHIPS, "utter nonsense", REEF), 415);
    }

    @Test
    void a_way_in_that_does_not_exist_is_told() {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(manager.delete(reef), 405);
        assertProblem(manager.put(reef + "/touchpoints", CALLED), 405);
        assertProblem(manager.post(reef + "/moonwalks", "{}"), 404);
        assertProblem(
                manager.put(reef + "/seats/THRONE", "{\"holder\":\"x\",\"side\":\"OURS\"}"), 404);
        assertProblem(manager.put(reef + "/seams/onboarding", "{}"), 404);
    }

    @Test
    void a_step_is_completed_without_a_word() {
        var step =
                manager.post(
                        path(manager.post(PARTNERSHIPS, REEF)) + "/steps",
                        """
                        {"title": "Call", "owner": "Mara", "side": "OURS", "dueOn": "2026-12-01"}
                        """);

        assertThat(step.status()).isEqualTo(201);
        assertThat(
                        manager.send(
                                        "POST",
                                        step.header("Location") + "/completion",
                                        null,
                                        BodyPublishers.noBody())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void the_reason_of_a_move_is_in_its_history() {
        var blue = Partner.registered(manager, clock, "Bluest").inPilot();
        var moved = blue.move("SCALED");
        var history =
                manager.get(
                        blue.path() + "/history",
                        "Headway-Position",
                        moved.header("Headway-Position"));

        assertThat(history.status()).as(history.text()).isEqualTo(200);
        assertThat(history.text()).contains("\"reason\":\"as agreed\"");
    }

    private Answered touchpointAt(String partnership, Instant at) {
        return manager.post(
                partnership + "/touchpoints",
                CALLED.replace("}", ", \"effectiveAt\": \"" + at + "\"}"));
    }

    private Answered move(String partnership, String to, String ifMatch) {
        return manager.post(
                partnership + "/transitions", "{\"to\": \"" + to + "\"}", "If-Match", ifMatch);
    }

    private static Answered send(Caller by, String method, String path, String type, String body) {
        return by.send(method, path, type, BodyPublishers.ofString(body));
    }

    private JsonNode gate(String partnership, String to) {
        return manager.get(partnership + "/gate?to=" + to).json();
    }

    private static JsonNode criterion(JsonNode gate, String id) {
        return gate.at("/criteria")
                .valueStream()
                .filter(criterion -> criterion.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Answered created) {
        return created.header("Location");
    }

    private static void assertProblem(Answered answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.json().at("/title").asString()).isNotBlank();
        assertThat(answer.json().at("/instance").asString()).startsWith("/api/v1/partnerships");
    }
}
