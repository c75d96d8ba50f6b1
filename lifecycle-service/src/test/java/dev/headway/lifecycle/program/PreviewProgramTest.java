package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a change of the program would do is told before it is made. */
class PreviewProgramTest {

    private static final String PROGRAM = "/api/v1/program";
    private static final String PREVIEW = PROGRAM + "/preview";

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller admin;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        admin = headway.as(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void partnerships_that_would_become_ghost_towns_are_counted_and_left_alone() {
        var manager = headway.as(Role.MANAGER);
        PartnershipOverHttp.registered(manager, clock, "Quiet for 75 days").inPilot();
        clock.advance(Duration.ofDays(30));
        PartnershipOverHttp.registered(manager, clock, "Quiet for 45 days").inPilot();
        clock.advance(Duration.ofDays(45));
        var moved =
                PartnershipOverHttp.registered(manager, clock, "Moved just now")
                        .inPilot()
                        .touchpoint();
        var before = admin.get(PROGRAM);

        var answer =
                admin.post(
                        PREVIEW,
                        before.text().replace("P60D", "P45D"),
                        "Headway-Position",
                        Long.toString(moved.position()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(of("ghost-town", answer))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"rule": "ghost-town", "now": 1, "then": 2,
                                         "wouldRaise": 1, "wouldResolve": 0}
                                        """));
        assertThat(admin.get(PROGRAM).header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(of("ghost-town", admin.post(PREVIEW, before.text())).at("/then").asInt())
                .isOne();
    }

    @Test
    void every_rule_that_is_watched_is_answered_for() {
        var answer = admin.post(PREVIEW, admin.get(PROGRAM).text()).json();

        assertThat(answer.at("/items").valueStream().map(rule -> rule.at("/rule").asString()))
                .contains("ghost-town", "steps-unsecured")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"thresholds\": {}}",
                "{\"thresholds\": {\"full-moon\": \"P1D\"}, \"disqualifiers\": [], \"patterns\": {}}",
                "{\"thresholds\": {\"fading\": \"soon\"}, \"disqualifiers\": [], \"patterns\": {}}",
                "{\"thresholds\": {}, \"disqualifiers\": [null], \"patterns\": {}}",
                "{\"thresholds\": {}, \"disqualifiers\": [], \"patterns\": {\"RESELL\": {\"requires\": [\"x\"]}}}"
            })
    void what_put_refuses_is_refused_in_the_same_words(String body) {
        var previewed = admin.post(PREVIEW, body);

        assertThat(previewed.status()).isEqualTo(400);
        assertThat(previewed.text().replace(PREVIEW, PROGRAM))
                .isEqualTo(admin.put(PROGRAM, body).text());
    }

    @Test
    void a_repeated_preview_gets_its_first_answer_again() {
        var program = admin.get(PROGRAM).text();
        var first = admin.post(PREVIEW, program, "Idempotency-Key", "once");
        var registered =
                PartnershipOverHttp.registered(headway.as(Role.MANAGER), clock, "Came later")
                        .inPilot();
        clock.advance(Duration.ofDays(100));
        var position = Long.toString(registered.touchpoint().position());

        var again =
                admin.post(
                        PREVIEW, program, "Idempotency-Key", "once", "Headway-Position", position);
        var anew = admin.post(PREVIEW, program, "Headway-Position", position);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text()).isNotEqualTo(anew.text());
    }

    @Test
    void a_key_of_a_preview_is_for_one_body_and_well_formed() {
        var program = admin.get(PROGRAM).text();

        assertThat(admin.post(PREVIEW, program, "Idempotency-Key", "mine").status()).isEqualTo(200);
        var other = admin.post(PREVIEW, program + " ", "Idempotency-Key", "mine");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/type").asString()).endsWith("#key-reused");
        assertThat(admin.post(PREVIEW, program, "Idempotency-Key", "a b").status()).isEqualTo(400);
    }

    @Test
    void a_refused_preview_leaves_its_key_free() {
        var program = admin.get(PROGRAM).text();

        assertThat(admin.post(PREVIEW, "{}", "Idempotency-Key", "free").status()).isEqualTo(400);
        assertThat(admin.post(PREVIEW, program, "Idempotency-Key", "free").status()).isEqualTo(200);
    }

    private static JsonNode of(String rule, Answered preview) {
        return preview.json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
