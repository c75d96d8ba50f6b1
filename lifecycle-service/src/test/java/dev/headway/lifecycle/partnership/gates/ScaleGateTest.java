package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static dev.headway.lifecycle.partnership.gates.CriterionCase.*;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.Threshold;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import dev.headway.partnership.policy.Policy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between a launch and scale. */
class ScaleGateTest {

    private static final Instant SOON = NOW.plusNanos(1000);

    static List<CriterionCase> cases() {
        var two = "2 measurements, the latest reaching 30";
        var repeated = "3 joint wins with 2 customers";
        return List.of(
                no(
                        "leverage-proved",
                        "never measured",
                        aBareLaunchedPartnership(),
                        "0 of 2 measurements",
                        two),
                no(
                        "leverage-proved",
                        "one measurement, however good",
                        measuring("99"),
                        "1 of 2 measurements, latest 99",
                        two),
                no(
                        "leverage-proved",
                        "the latest falls short",
                        measuring("31", "29"),
                        "2 of 2 measurements, latest 29",
                        two),
                yes(
                        "leverage-proved",
                        "exactly the target",
                        measuring("20", "30.00"),
                        "2 of 2 measurements, latest 30.00",
                        two),
                yes(
                        "leverage-proved",
                        "beyond the target",
                        measuring("20", "31"),
                        "2 of 2 measurements, latest 31",
                        two),
                yes(
                        "leverage-proved",
                        "downwards, below the target",
                        claiming("50", "20", measuring("40", "19")),
                        "2 of 2 measurements, latest 19",
                        "2 measurements, the latest reaching 20"),
                no(
                        "leverage-proved",
                        "downwards, above the target",
                        claiming("50", "20", measuring("40", "21")),
                        "2 of 2 measurements, latest 21",
                        "2 measurements, the latest reaching 20"),
                yes(
                        "leverage-proved",
                        "an older one recorded late counts, but is not the latest",
                        aBareLaunchedPartnership()
                                .and(measured("31", daysAgo(5)), measured("1", daysAgo(9))),
                        "2 of 2 measurements, latest 31",
                        two),
                yes(
                        "leverage-proved",
                        "of two at the same time the later recorded one",
                        aBareLaunchedPartnership()
                                .and(measured("1", daysAgo(5)), measured("31", daysAgo(5))),
                        "2 of 2 measurements, latest 31",
                        two),
                no(
                        "leverage-proved",
                        "nothing claimed",
                        measuring("20", "31").without(LeverageClaimed.class),
                        "2 of 2 measurements, latest 31",
                        "2 measurements, the latest reaching a claimed target"),
                no(
                        "leverage-proved",
                        "what was measured of another metric is of another claim",
                        measuring("20", "31").and(claimed("reach", "%", "30")),
                        "0 of 2 measurements; 2 of other claims",
                        two),
                no(
                        "leverage-proved",
                        "and so is what was measured in another unit",
                        measuring("20", "31")
                                .and(claimed("win rate", "points", "30"))
                                .and(measured("32", daysAgo(2))),
                        "1 of 2 measurements, latest 32; 2 of other claims",
                        two),
                yes(
                        "leverage-proved",
                        "another target, date or spelling is the same claim",
                        measuring("20", "31").and(claimed("Win  Rate", "%", "29")),
                        "2 of 2 measurements, latest 31",
                        "2 measurements, the latest reaching 29"),
                yes(
                        "leverage-proved",
                        "a claim that comes back has its measurements",
                        measuring("20", "31")
                                .and(claimed("reach", "%", "5"))
                                .and(measured("7", daysAgo(2)))
                                .and(leverageClaimed("10", "30")),
                        "2 of 2 measurements, latest 31; 1 of other claims",
                        two),
                no(
                        "leverage-proved",
                        "what was measured before anything was claimed is of no claim",
                        measuring("20", "31")
                                .without(LeverageClaimed.class)
                                .and(leverageClaimed("10", "30")),
                        "0 of 2 measurements; 2 of other claims",
                        two),
                no(
                        "repeatable-motion",
                        "one customer, typed five ways",
                        winning(
                                "Straßen AG",
                                "STRASSEN AG",
                                "straßen\u00a0ag ",
                                "Stra\u00dfen  Ag",
                                "strassen\u200b ag"),
                        "5 joint wins with 1 customers",
                        repeated),
                no(
                        "repeatable-motion",
                        "two wins",
                        winning("Globex", "Initech"),
                        "2 joint wins with 2 customers",
                        repeated),
                no(
                        "repeatable-motion",
                        "one customer only",
                        winning("Globex", "Globex", "Globex"),
                        "3 joint wins with 1 customers",
                        repeated),
                yes(
                        "repeatable-motion",
                        "three wins, two customers",
                        winning("Globex", "Initech", "Globex"),
                        "3 joint wins with 2 customers",
                        repeated),
                no(
                        "incentives-aligned",
                        "two of three",
                        aLaunchedPartnership()
                                .without(
                                        e ->
                                                e instanceof IncentiveAligned i
                                                        && is(i.actor(), "PRODUCT")),
                        "2 of 3 incentives; open: PRODUCT",
                        "3 incentives"),
                yes(
                        "incentives-aligned",
                        "all three",
                        aLaunchedPartnership(),
                        "3 of 3 incentives",
                        "3 incentives"),
                no(
                        "seam-funded",
                        "nobody",
                        aBareLaunchedPartnership(),
                        "nothing recorded",
                        "a funding owner"),
                yes("seam-funded", "Ada", aLaunchedPartnership(), "Ada", "a funding owner"),
                no(
                        "next-three-steps",
                        "two",
                        in(Stage.LAUNCH).without(stepNamed("s1")),
                        "2 of 3 steps",
                        "3 open steps dated in the future, at least one on each side"),
                no(
                        "in-motion",
                        "quiet for exactly sixty days",
                        quietSince(daysAgo(60)),
                        "last motion " + daysAgo(60),
                        "motion within 60 days"),
                yes(
                        "in-motion",
                        "quiet for just under sixty days",
                        quietSince(SOON.minus(Duration.ofDays(60))),
                        "last motion " + SOON.minus(Duration.ofDays(60)),
                        "motion within 60 days"),
                yes(
                        "in-motion",
                        "late recording does not move the clock backwards",
                        aLaunchedPartnership().and(touchpoint(daysAgo(70))),
                        "last motion " + daysAgo(13),
                        "motion within 60 days"),
                no(
                        "no-expired-waivers",
                        "one expired now",
                        withoutSeams().and(waiverGranted("w1", "seams-pass", NOW)),
                        "expired: seams-pass",
                        "none expired"),
                no(
                        "no-expired-waivers",
                        "some expired, each criterion told once and in order",
                        withoutSeams()
                                .without(RhythmAgreed.class)
                                .and(waiverGranted("w1", "seams-pass", daysAgo(9)))
                                .and(waiverGranted("w3", "seams-pass", daysAgo(5)))
                                .and(waiverGranted("w2", "rhythm-agreed", daysAgo(1))),
                        "expired: rhythm-agreed, seams-pass",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one in force",
                        withoutSeams().and(waiverGranted("w1", "seams-pass", SOON)),
                        "none expired",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one that lasts until today, which is not over",
                        withoutSeams()
                                .and(
                                        waiverGranted(
                                                "w1",
                                                "seams-pass",
                                                Instant.parse("2026-06-01T00:00:00Z"))),
                        "none expired",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one expired, and another one for the same in force",
                        withoutSeams()
                                .and(waiverGranted("w1", "seams-pass", daysAgo(1)))
                                .and(waiverGranted("w2", "seams-pass", inDays(9))),
                        "none expired",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one expired whose criterion is met by now",
                        aLaunchedPartnership().and(waiverGranted("w1", "seams-pass", daysAgo(1))),
                        "none expired",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one of this very criterion expired",
                        withoutSeams().and(waiverGranted("w1", "no-expired-waivers", daysAgo(1))),
                        "none expired",
                        "none expired"),
                yes(
                        "no-expired-waivers",
                        "one that was only asked for",
                        withoutSeams().and(waiverRequested("w1", "seams-pass", daysAgo(1))),
                        "none expired",
                        "none expired"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_criterion_compares_what_is_there_with_what_it_takes(CriterionCase expected) {
        expected.isEvaluatedBefore(Stage.SCALED);
    }

    @Test
    void the_threshold_of_the_stage_says_what_is_in_motion() {
        var impatient = policy(List.of(new Threshold("ghost-town", "LAUNCH", "P10D")));
        var need = "motion within 10 days";

        no("in-motion", "13 days", aLaunchedPartnership(), "last motion " + daysAgo(13), need)
                .isEvaluatedBefore(Stage.SCALED, impatient);
    }

    @Test
    void an_expired_waiver_of_what_the_pattern_does_not_ask_for_is_no_matter() {
        var resellWithoutSeams =
                new Policy(
                        1,
                        List.of(),
                        List.of(),
                        List.of(
                                new PatternTemplate(
                                        "RESELL", List.of("no-expired-waivers"), null)));
        var expired = withoutSeams().and(waiverGranted("w1", "seams-pass", daysAgo(1)));

        yes("no-expired-waivers", "expired", expired, "none expired", "none expired")
                .isEvaluatedBefore(Stage.SCALED, resellWithoutSeams);
    }

    private static History withoutSeams() {
        return aLaunchedPartnership().without(SeamChecked.class);
    }

    private static History measuring(String... values) {
        var history = aBareLaunchedPartnership();
        for (int i = 0; i < values.length; i++) {
            history = history.and(measured(values[i], daysAgo(20 - i)));
        }
        return history;
    }

    private static History claiming(String baseline, String target, History history) {
        return history.and(leverageClaimed(baseline, target));
    }

    private static LeverageClaimed claimed(String metric, String unit, String target) {
        return new LeverageClaimed(
                "WIN_RATE",
                "they know everybody",
                metric,
                unit,
                new BigDecimal("10"),
                new BigDecimal(target),
                inDays(90),
                daysAgo(3));
    }

    private static History winning(String... customers) {
        var history = aBareLaunchedPartnership().without(JointWinRecorded.class);
        for (var customer : customers) {
            history = history.and(jointWin(customer, daysAgo(9)));
        }
        return history;
    }

    private static History quietSince(Instant at) {
        return aBarePilot()
                .without(PilotStarted.class)
                .and(
                        new PilotStarted(passed(Stage.PILOT), at),
                        new PartnershipLaunched(passed(Stage.LAUNCH), at));
    }

    private static Predicate<PartnershipEvent> stepNamed(String id) {
        return event -> event instanceof StepPlanned planned && is(planned.stepId(), id);
    }

    private static boolean is(String one, String other) {
        return one.equals(other);
    }

    private static TouchpointRecorded touchpoint(Instant at) {
        return new TouchpointRecorded("JOINT_CALL", "met", null, at);
    }
}
