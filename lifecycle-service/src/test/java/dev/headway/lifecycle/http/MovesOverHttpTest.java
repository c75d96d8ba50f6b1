package dev.headway.lifecycle.http;

import static dev.headway.lifecycle.http.ProblemAssertions.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How a partnership moves over HTTP: versions, gates, refusals, exceptions. */
class MovesOverHttpTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final String REEF =
            "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef Ltd\", \"type\": \"TELCO\"}}";

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;
    private static Caller approver;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        approver = headway.as(Role.APPROVER);
    }

    @AfterAll
    static void stop() {
        headway.close();
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
    @ValueSource(strings = {"\"1\"", "1", " \"1\" ", "W/\"1\"", "*", "\"7\", \"1\""})
    void a_version_is_understood_however_it_travels(String ifMatch) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertThat(move(reef, "PILOT", ifMatch).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"one\"", "\"1", "\"-1\"", "", "\"1\", two", "99999999999999999999", "w/1"})
    void a_version_that_is_none_is_a_bad_request(String ifMatch) {
        var reef = path(manager.post(PARTNERSHIPS, REEF));

        assertProblem(move(reef, "PILOT", ifMatch), 400);
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
    void going_back_needs_a_reason() {
        var blue = PartnershipOverHttp.registered(manager, clock, "Blue").launched();
        var back = move(blue.path(), "PILOT", "*");

        assertProblem(back, 400);
        assertThat(back.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(blue.move("PILOT").status()).isEqualTo(200);
        assertThat(move(blue.path(), "PILOT", "*").json().at("/stage").asString())
                .isEqualTo("PILOT");
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

    @Test
    void the_reason_of_a_move_is_in_its_history() {
        var blue = PartnershipOverHttp.registered(manager, clock, "Bluest").inPilot();
        var moved = blue.move("SCALED");
        var history =
                manager.get(
                        blue.path() + "/history",
                        "Headway-Position",
                        moved.header("Headway-Position"));

        assertThat(history.status()).as(history.text()).isEqualTo(200);
        assertThat(history.text()).contains("\"reason\":\"as agreed\"");
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

    private Answered move(String partnership, String to, String ifMatch) {
        return manager.post(
                partnership + "/transitions", "{\"to\": \"" + to + "\"}", "If-Match", ifMatch);
    }

    private static String path(Answered created) {
        return created.header("Location");
    }
}
