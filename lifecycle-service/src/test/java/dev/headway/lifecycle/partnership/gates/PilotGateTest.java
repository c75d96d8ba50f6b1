package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.*;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import dev.headway.partnership.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between a prospect and its pilot. */
class PilotGateTest {

    private static final Instant SOON = NOW.plusNanos(1000);
    private static final Instant JUST_NOW = NOW.minusNanos(1000);

    static List<CriterionCase> cases() {
        var claim = "a leverage claim";
        var timing = "both sides ready, read within 90 days";
        var scope = "a scope that ends within 90 days";
        return List.of(
                no("leverage-claimed", "no claim", aBareProspect(), "nothing recorded", claim),
                yes("leverage-claimed", "a claim", aProspect(), "WIN_RATE: win rate to 30", claim),
                no("pattern-chosen", "none", aBareProspect(), "none chosen", "a pattern"),
                yes("pattern-chosen", "one", aProspect(), "RESELL", "a pattern"),
                no("timing-right", "never read", aBareProspect(), "never read", timing),
                yes(
                        "timing-right",
                        "read",
                        aProspect(),
                        read("ready", "ready", daysAgo(1)),
                        timing),
                no(
                        "timing-right",
                        "we are not ready",
                        timed(false, true, daysAgo(1)),
                        read("not ready", "ready", daysAgo(1)),
                        timing),
                no(
                        "timing-right",
                        "they are not ready",
                        timed(true, false, daysAgo(1)),
                        read("ready", "not ready", daysAgo(1)),
                        timing),
                yes(
                        "timing-right",
                        "read exactly 90 days ago",
                        timed(true, true, daysAgo(90)),
                        read("ready", "ready", daysAgo(90)),
                        timing),
                no(
                        "timing-right",
                        "read just over 90 days ago",
                        timed(true, true, JUST_NOW.minus(Duration.ofDays(90))),
                        read("ready", "ready", JUST_NOW.minus(Duration.ofDays(90))),
                        timing),
                yes(
                        "timing-right",
                        "an older reading recorded late replaces nothing newer",
                        aProspect().and(timingRead(false, false, daysAgo(9))),
                        read("ready", "ready", daysAgo(1)),
                        timing),
                no(
                        "timing-right",
                        "of two readings at the same time the later recorded one",
                        aProspect().and(timingRead(true, false, daysAgo(1))),
                        read("ready", "not ready", daysAgo(1)),
                        timing),
                no(
                        "relationship-seat-filled",
                        "empty",
                        aBareProspect(),
                        "nothing recorded",
                        "a holder of the RELATIONSHIP seat"),
                no(
                        "relationship-seat-filled",
                        "vacated",
                        aProspect().and(new SeatVacated("RELATIONSHIP", daysAgo(1))),
                        "nothing recorded",
                        "a holder of the RELATIONSHIP seat"),
                yes(
                        "relationship-seat-filled",
                        "filled",
                        aProspect(),
                        "Mara",
                        "a holder of the RELATIONSHIP seat"),
                no("pilot-scoped", "no scope", aBareProspect(), "no scope", scope),
                no("pilot-scoped", "ends now", scoped(NOW), "ends " + NOW, scope),
                yes("pilot-scoped", "ends next", scoped(SOON), "ends " + SOON, scope),
                yes(
                        "pilot-scoped",
                        "ends in exactly 90 days",
                        scoped(inDays(90)),
                        "ends " + inDays(90),
                        scope),
                no(
                        "pilot-scoped",
                        "ends just over 90 days from now",
                        scoped(SOON.plus(Duration.ofDays(90))),
                        "ends " + SOON.plus(Duration.ofDays(90)),
                        scope));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_criterion_compares_what_is_there_with_what_it_takes(CriterionCase expected) {
        expected.isEvaluatedBefore(Stage.PILOT);
    }

    @Test
    void every_disqualifier_of_the_program_is_screened_clear() {
        var policy = policy(List.of(), "no-budget", "no-champion");
        var none = aProspect();
        var one = none.and(screened("no-budget", "CLEAR"));
        var both = one.and(screened("no-champion", "CLEAR"));
        var hit = both.and(screened("no-budget", "TRIGGERED"));
        var id = "disqualifiers-clear";

        no(id, "none", none, "0 of 2 clear; open: no-budget, no-champion", "2 clear")
                .isEvaluatedBefore(Stage.PILOT, policy);
        no(id, "one", one, "1 of 2 clear; open: no-champion", "2 clear")
                .isEvaluatedBefore(Stage.PILOT, policy);
        yes(id, "both", both, "2 of 2 clear", "2 clear").isEvaluatedBefore(Stage.PILOT, policy);
        no(id, "one triggers later", hit, "1 of 2 clear; open: no-budget", "2 clear")
                .isEvaluatedBefore(Stage.PILOT, policy);
        yes(id, "the program lists none", none, "0 of 0 clear", "0 clear")
                .isEvaluatedBefore(Stage.PILOT, Policy.OUT_OF_THE_BOX);
    }

    @Test
    void an_answer_belongs_to_the_disqualifier_as_it_was_worded() {
        var policy = policy(List.of(), "no-budget");
        var other = aProspect().and(answered("no-budget", "no money", "CLEAR"));
        var again = other.and(answered("no-budget", "no-budget", "CLEAR"));
        var id = "disqualifiers-clear";

        no(id, "other words", other, "0 of 1 clear; open: no-budget (worded anew since)", "1 clear")
                .isEvaluatedBefore(Stage.PILOT, policy);
        yes(id, "answered anew", again, "1 of 1 clear", "1 clear")
                .isEvaluatedBefore(Stage.PILOT, policy);
    }

    @Test
    void an_answer_from_before_wordings_were_kept_counts_for_the_wording_of_its_time() {
        var old = aProspect().and(answered("no-budget", null, "CLEAR"));
        var id = "disqualifiers-clear";

        yes(id, "worded before", old, "1 of 1 clear", "1 clear")
                .isEvaluatedBefore(Stage.PILOT, wordedAt(daysAgo(1)));
        no(id, "worded since", old, "0 of 1 clear; open: no-budget (worded anew since)", "1 clear")
                .isEvaluatedBefore(Stage.PILOT, wordedAt(NOW));
    }

    private static Policy wordedAt(Instant at) {
        return new Policy(
                1,
                List.of(),
                List.of(new Disqualifier("no-budget", "nobody pays")),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                Map.of("no-budget", at));
    }

    @Test
    void a_day_is_over_when_it_ends() {
        var today = Instant.parse("2026-06-01T00:00:00Z");
        var scope = "a scope that ends within 90 days";
        var timing = "both sides ready, read within 90 days";
        var ninety = Duration.ofDays(90);

        yes("pilot-scoped", "ends today", scoped(today), "ends " + today, scope)
                .isEvaluatedBefore(Stage.PILOT);
        var yesterday = today.minus(Duration.ofDays(1));
        no("pilot-scoped", "ended yesterday", scoped(yesterday), "ends " + yesterday, scope)
                .isEvaluatedBefore(Stage.PILOT);
        var last = today.plus(ninety);
        yes("pilot-scoped", "the ninetieth day", scoped(last), "ends " + last, scope)
                .isEvaluatedBefore(Stage.PILOT);
        var oldest = today.minus(ninety);
        yes(
                        "timing-right",
                        "read on a day ninety days ago",
                        timed(true, true, oldest),
                        read("ready", "ready", oldest),
                        timing)
                .isEvaluatedBefore(Stage.PILOT);
        var older = oldest.minus(Duration.ofDays(1));
        no(
                        "timing-right",
                        "read the day before",
                        timed(true, true, older),
                        read("ready", "ready", older),
                        timing)
                .isEvaluatedBefore(Stage.PILOT);
    }

    private static String read(String ours, String partner, Instant at) {
        return "ours " + ours + ", partner " + partner + ", read " + at;
    }

    private static History timed(boolean oursReady, boolean partnerReady, Instant at) {
        return aProspect().without(TimingRead.class).and(timingRead(oursReady, partnerReady, at));
    }

    private static History scoped(Instant endsOn) {
        return aProspect().and(pilotScoped(endsOn));
    }

    private static DisqualifierScreened answered(
            String id, @Nullable String statement, String verdict) {
        return new DisqualifierScreened(id, statement, verdict, "asked", daysAgo(1));
    }

    private static DisqualifierScreened screened(String disqualifier, String verdict) {
        return answered(disqualifier, disqualifier, verdict);
    }
}
