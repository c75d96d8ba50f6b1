package dev.headway.lifecycle.partnership.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two answers that speak of the same thing say the same, at the ends of a life as well. */
class AnswersAgreeTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void in_sunset_no_answer_counts_a_step_that_is_still_open() {
        var ended = PartnershipOverHttp.registered(manager, clock, "Ended").launched();
        manager.put(
                ended.path() + "/customer-notice", "{\"how\":\"x\",\"notifiedOn\":\"2026-03-01\"}");

        var sunset = sunset(ended);

        assertThat(secured(ended, sunset)).isZero();
        assertThat(known(ended, sunset).at("/stepsSecured").asInt()).isZero();
        assertThat(listed("q=Ended", sunset).at("/stepsSecured").asInt()).isZero();
        assertThat(listed("q=Ended&stepsSecured=false", sunset).isMissingNode()).isFalse();
        assertThat(listed("q=Ended&stepsSecured=true", sunset).isMissingNode()).isTrue();
    }

    @Test
    void a_step_that_was_dropped_in_sunset_by_mistake_is_reopened_there_and_counts_nowhere() {
        var ended = PartnershipOverHttp.registered(manager, clock, "Dropped").inPilot();
        var step = ended.step("Call", "OURS", Duration.ofDays(3)).json().at("/stepId").asString();
        sunset(ended);
        manager.post(ended.path() + "/steps/" + step + "/drop", "{\"reason\":\"x\"}");

        var reopened =
                manager.post(ended.path() + "/steps/" + step + "/reopening", "{\"reason\":\"x\"}");

        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        assertThat(known(ended, reopened).at("/steps/0/status").asString()).isEqualTo("OPEN");
        assertThat(known(ended, reopened).at("/stepsSecured").asInt()).isZero();
        assertThat(secured(ended, reopened)).isZero();
    }

    @Test
    void of_what_is_voided_every_answer_is_there_and_nothing_is_due_or_possible() {
        var mistake = PartnershipOverHttp.registered(manager, clock, "Mistake").launched();

        var voided = manager.post(mistake.path() + "/voiding", "{\"reason\":\"Twice\"}");

        assertThat(secured(mistake, voided)).isZero();
        var known = known(mistake, voided);
        assertThat(known.at("/stepsSecured").asInt()).isZero();
        var listed = listed("q=Mistake&voided=true", voided);
        saysTheSame(known, listed);
        assertThat(known.has("lastMotion")).isEqualTo(listed.has("lastMotion"));
        assertThat(listed("q=Mistake&voided=true&stepsSecured=false", voided).isMissingNode())
                .isFalse();
        assertThat(mistake.get("/gate").json().at("/legal").asBoolean()).isFalse();
        assertThat(mistake.get("/gate?to=SUNSET").json().at("/passes").asBoolean()).isFalse();
        var back = manager.delete(mistake.path() + "/voiding");
        assertThat(secured(mistake, back)).isEqualTo(3);
        assertThat(known(mistake, back).at("/stepsSecured").asInt()).isEqualTo(3);
        assertThat(mistake.get("/gate").json().at("/legal").asBoolean()).isTrue();
    }

    @Test
    void one_in_full_says_all_that_the_list_says_of_it() {
        var open = PartnershipOverHttp.registered(manager, clock, "Wide open");
        var planned = open.step("Call", "OURS", Duration.ofDays(3));

        var listed = listed("q=Wide", planned);
        assertThat(listed.has("nextStep")).isTrue();
        assertThat(listed.has("criteriaHeld")).isTrue();
        saysTheSame(known(open, planned), listed);
    }

    private static void saysTheSame(JsonNode known, JsonNode listed) {
        listed.properties()
                .forEach(
                        field ->
                                assertThat(known.get(field.getKey()))
                                        .as(field.getKey())
                                        .isEqualTo(field.getValue()));
        for (var name : List.of("nextStep", "openRules", "criteriaHeld", "standsStill")) {
            assertThat(known.has(name)).as(name).isEqualTo(listed.has(name));
        }
    }

    @Test
    void of_two_twins_one_stays() {
        var one = PartnershipOverHttp.registered(manager, clock, "One");
        var other = PartnershipOverHttp.registered(manager, clock, "Other");
        var third = PartnershipOverHttp.registered(manager, clock, "Third");
        assertThat(voidAsTwin(one, other).status()).isEqualTo(200);

        assertThat(voidAsTwin(other, one).text()).contains("is voided itself");
        assertThat(voidAsTwin(one, other).status()).isEqualTo(200);
        assertThat(voidAsTwin(one, third).status()).isEqualTo(409);
        manager.delete(one.path() + "/voiding");
        assertThat(voidAsTwin(one, third).status()).isEqualTo(200);
        assertThat(voidAsTwin(one, other).status()).isEqualTo(409);
    }

    private Caller.Answered voidAsTwin(PartnershipOverHttp twin, PartnershipOverHttp stays) {
        return manager.post(
                twin.path() + "/voiding",
                "{\"reason\":\"Twice\",\"twinOf\":\"%s\"}".formatted(stays.id()));
    }

    private Caller.Answered sunset(PartnershipOverHttp of) {
        var answer =
                manager.post(
                        of.path() + "/transitions",
                        "{\"to\":\"SUNSET\",\"reason\":\"x\",\"reasonCode\":\"DONE\"}",
                        "If-Match",
                        "*");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private int secured(PartnershipOverHttp of, Caller.Answered after) {
        var answer = manager.get(of.path() + "/next-steps", POSITION, after.header(POSITION));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/open").size())
                .isEqualTo(answer.json().at("/secured").asInt());
        return answer.json().at("/secured").asInt();
    }

    private static final String POSITION = "Headway-Position";

    private JsonNode known(PartnershipOverHttp of, Caller.Answered after) {
        return manager.get(of.path(), POSITION, after.header(POSITION)).json();
    }

    private JsonNode listed(String filters, Caller.Answered after) {
        return manager.get("/api/v1/partnerships?" + filters, POSITION, after.header(POSITION))
                .json()
                .at("/items/0");
    }
}
