package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.*;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between a pilot and its launch. */
class LaunchGateTest {

    private static final Instant SOON = NOW.plusNanos(1000);
    private static final Instant TODAY = Instant.parse("2026-06-01T00:00:00Z");

    static List<CriterionCase> cases() {
        var three = "3 open steps dated in the future, at least one on each side";
        return List.of(
                no("pilot-proved", "no verdict", aBarePilot(), "no verdict", "verdict PROVED"),
                no(
                        "pilot-proved",
                        "disproved",
                        aPilot().and(new PilotJudged("DISPROVED", "2 of 15", null, NOW)),
                        "verdict DISPROVED",
                        "verdict PROVED"),
                no(
                        "pilot-proved",
                        "extended",
                        aPilot().and(new PilotJudged("EXTENDED", "later", inDays(9), NOW)),
                        "verdict EXTENDED",
                        "verdict PROVED"),
                no(
                        "pilot-proved",
                        "extended without a scope",
                        aPilot().without(PilotScoped.class)
                                .and(new PilotJudged("EXTENDED", "later", inDays(9), NOW)),
                        "verdict EXTENDED",
                        "verdict PROVED"),
                yes("pilot-proved", "proved", aPilot(), "verdict PROVED", "verdict PROVED"),
                no("customer-used", "no win", aBarePilot(), "0 of 1 joint win", "1 joint win"),
                yes("customer-used", "a win", aPilot(), "1 of 1 joint win", "1 joint win"),
                no(
                        "all-seats-filled",
                        "one empty",
                        aPilot().and(new SeatVacated("SUPPORT", NOW)),
                        "4 of 5 seats; open: SUPPORT",
                        "5 seats"),
                yes("all-seats-filled", "all filled", aPilot(), "5 of 5 seats", "5 seats"),
                no(
                        "seams-pass",
                        "one fails, one is unchecked",
                        aPilot().without(seamNamed("UX_CONSISTENCY"))
                                .and(checked("PERMISSIONS", "FAIL")),
                        "4 of 6 seams; open: PERMISSIONS, UX_CONSISTENCY",
                        "6 seams"),
                yes(
                        "seams-pass",
                        "one does not apply",
                        aPilot().and(checked("PERMISSIONS", "NOT_APPLICABLE")),
                        "6 of 6 seams",
                        "6 seams"),
                no("next-three-steps", "no steps", aBarePilot(), "0 of 3 steps", three),
                no(
                        "next-three-steps",
                        "two",
                        aPilot().without(stepNamed("s3")),
                        "2 of 3 steps",
                        three),
                no(
                        "next-three-steps",
                        "all on one side",
                        aPilot().without(stepNamed("s2")).and(step("s4", "OURS", inDays(8))),
                        "3 of 3 steps, all on one side",
                        three),
                no(
                        "next-three-steps",
                        "one due exactly now",
                        aPilot().and(new StepRescheduled("s2", NOW, "sooner", daysAgo(1))),
                        "2 of 3 steps",
                        three),
                yes(
                        "next-three-steps",
                        "one due next",
                        aPilot().and(new StepRescheduled("s2", SOON, "sooner", daysAgo(1))),
                        "3 of 3 steps",
                        three),
                yes(
                        "next-three-steps",
                        "one due today, which is not over",
                        aPilot().and(new StepRescheduled("s2", TODAY, "sooner", daysAgo(1))),
                        "3 of 3 steps",
                        three),
                no(
                        "next-three-steps",
                        "one due yesterday",
                        aPilot().and(
                                        new StepRescheduled(
                                                "s2", TODAY.minusSeconds(86_400), "no", NOW)),
                        "2 of 3 steps",
                        three),
                no(
                        "next-three-steps",
                        "one done",
                        aPilot().and(new StepCompleted("s1", null, daysAgo(1))),
                        "2 of 3 steps",
                        three),
                no(
                        "next-three-steps",
                        "one dropped",
                        aPilot().and(new StepDropped("s1", "no", daysAgo(1))),
                        "2 of 3 steps",
                        three),
                yes("next-three-steps", "three", aPilot(), "3 of 3 steps", three),
                no(
                        "rhythm-agreed",
                        "none",
                        aBarePilot(),
                        "nothing recorded",
                        "a cadence and a forum"),
                yes(
                        "rhythm-agreed",
                        "agreed",
                        aPilot(),
                        "every 14 days, joint call",
                        "a cadence and a forum"),
                no(
                        "teams-consent",
                        "one is missing",
                        aPilot().without(
                                        e ->
                                                e instanceof TeamConsented t
                                                        && is(t.team(), "PRODUCT")),
                        "2 of 3 teams; open: PRODUCT",
                        "3 teams"),
                yes("teams-consent", "all three", aPilot(), "3 of 3 teams", "3 teams"),
                no("exit-terms-agreed", "none", aBarePilot(), "nothing recorded", "exit terms"),
                yes(
                        "exit-terms-agreed",
                        "agreed",
                        aPilot(),
                        "90 days' notice: return the kits",
                        "exit terms"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_criterion_compares_what_is_there_with_what_it_takes(CriterionCase expected) {
        expected.isEvaluatedBefore(Stage.LAUNCH);
    }

    private static Predicate<PartnershipEvent> seamNamed(String seam) {
        return event -> event instanceof SeamChecked checked && is(checked.seam(), seam);
    }

    private static Predicate<PartnershipEvent> stepNamed(String id) {
        return event -> event instanceof StepPlanned planned && is(planned.stepId(), id);
    }

    private static boolean is(String one, String other) {
        return one.equals(other);
    }

    private static SeamChecked checked(String seam, String verdict) {
        return new SeamChecked(seam, verdict, "drill", daysAgo(1));
    }
}
