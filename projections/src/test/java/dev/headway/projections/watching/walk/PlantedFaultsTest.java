package dev.headway.projections.watching.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A rule that is wrong in one way is found out by the walk: somewhere on it, it would say something
 * else. Each is a day late, deaf to one kind of event, to the program, or to corrections.
 */
class PlantedFaultsTest {

    private static final int WORLDS = 4;
    private static final int TURNS = 120;

    private static final Set<Class<? extends PartnershipEvent>> MOVES =
            Set.of(
                    PilotStarted.class,
                    PartnershipLaunched.class,
                    PartnershipSteppedBack.class,
                    PartnershipSunset.class);

    private static final Set<Class<? extends PartnershipEvent>> MOTION =
            Set.of(
                    TouchpointRecorded.class,
                    StepCompleted.class,
                    MeasurementTaken.class,
                    PilotJudged.class,
                    PartnershipScaled.class);

    /** What decides each rule, besides moves. */
    private static final Map<String, Set<Class<? extends PartnershipEvent>>> DECISIVE =
            Map.ofEntries(
                    Map.entry("ghost-town", MOTION),
                    Map.entry("fading", MOTION),
                    Map.entry(
                            "planning-stall", Set.of(ProspectParked.class, ProspectUnparked.class)),
                    Map.entry("parked-due", Set.of(ProspectParked.class, ProspectUnparked.class)),
                    Map.entry("pilot-overdue", Set.of(PilotScoped.class, PilotJudged.class)),
                    Map.entry(
                            "steps-unsecured",
                            Set.of(StepPlanned.class, StepCompleted.class, StepDropped.class)),
                    Map.entry(
                            "step-overdue",
                            Set.of(
                                    StepPlanned.class,
                                    StepRescheduled.class,
                                    StepCompleted.class,
                                    StepDropped.class)),
                    Map.entry(
                            "rhythm-missed", Set.of(RhythmAgreed.class, TouchpointRecorded.class)),
                    Map.entry(
                            "seat-vacant",
                            Set.of(SeatFilled.class, SeatVacated.class, PatternChosen.class)),
                    Map.entry(
                            "strategic-in-name-only",
                            Set.of(PartnershipClassified.class, BendDelivered.class)),
                    Map.entry(
                            "claim-unsettled",
                            Set.of(LeverageClaimed.class, MeasurementTaken.class)),
                    Map.entry(
                            "announced-unused",
                            Set.of(PartnershipAnnounced.class, JointWinRecorded.class)),
                    Map.entry(
                            "one-person-carries",
                            Set.of(TouchpointRecorded.class, MeasurementTaken.class)),
                    Map.entry(
                            "objective-overdue",
                            Set.of(
                                    ObjectiveShared.class,
                                    ObjectiveChanged.class,
                                    KeyResultMeasured.class,
                                    ObjectiveDropped.class)),
                    Map.entry(
                            "waiver-expired",
                            Set.of(
                                    WaiverGranted.class,
                                    RhythmAgreed.class,
                                    SeatFilled.class,
                                    SeatVacated.class,
                                    TimingRead.class,
                                    PilotScoped.class,
                                    CriterionAttested.class,
                                    PatternChosen.class)),
                    Map.entry(
                            "obligation-overdue",
                            Set.of(
                                    ObligationTaken.class,
                                    ObligationDischarged.class,
                                    ObligationHandedOver.class)));

    /** Moves after which a rule says the same as before. */
    private static final Map<String, Set<Class<? extends PartnershipEvent>>> INDIFFERENT =
            Map.of(
                    "parked-due", Set.of(PartnershipLaunched.class),
                    "planning-stall", Set.of(PartnershipLaunched.class),
                    "step-overdue",
                            Set.of(
                                    PilotStarted.class,
                                    PartnershipLaunched.class,
                                    PartnershipSteppedBack.class),
                    "steps-unsecured", Set.of(PilotStarted.class),
                    "rhythm-missed", Set.of(PilotStarted.class),
                    "claim-unsettled", Set.of(PilotStarted.class),
                    "announced-unused", Set.of(PilotStarted.class),
                    "objective-overdue",
                            Set.of(
                                    PilotStarted.class,
                                    PartnershipLaunched.class,
                                    PartnershipSteppedBack.class),
                    "waiver-expired",
                            Set.of(
                                    PilotStarted.class,
                                    PartnershipLaunched.class,
                                    PartnershipSteppedBack.class),
                    "obligation-overdue", MOVES);

    /** Rules whose date is the due date, whatever the walk's programs say. */
    private static final Set<String> FIXED =
            Set.of("parked-due", "pilot-overdue", "strategic-in-name-only", "claim-unsettled");

    /** A rule with something wrong. */
    private record Fault(String rule, String what, Says says) {

        boolean shows(WalkedWorld world, History history) {
            var right = new PlainRules(history, world.program(), world.now());
            return !says.of(world, history).subjectsOf(rule).equals(right.subjectsOf(rule));
        }

        @Override
        public String toString() {
            return rule + " " + what;
        }
    }

    /** What a faulty rule looks at. */
    private interface Says {
        PlainRules of(WalkedWorld world, History history);
    }

    @Test
    void every_one_is_found_out() {
        var hidden = new ArrayList<>(faults().toList());
        var seeds = new SplittableRandom(7);
        for (var worlds = 0; worlds < WORLDS && !hidden.isEmpty(); worlds++) {
            var world = WalkedWorld.unwatched();
            var next = new RandomStep(world, new SplittableRandom(seeds.nextLong()));
            for (var turn = 0; turn < TURNS && !hidden.isEmpty(); turn++) {
                var unused = next.take();
                for (var history : world.histories().values()) {
                    hidden.removeIf(fault -> fault.shows(world, history));
                }
            }
        }

        assertThat(hidden).isEmpty();
    }

    private static Stream<Fault> faults() {
        return Rules.ALL.stream().map(Rule::id).flatMap(PlantedFaultsTest::faultsOf);
    }

    private static Stream<Fault> faultsOf(String rule) {
        var deaf = new HashSet<>(MOVES);
        deaf.removeAll(INDIFFERENT.getOrDefault(rule, Set.of()));
        deaf.addAll(DECISIVE.getOrDefault(rule, Set.of()));
        var always =
                Stream.of(
                        new Fault(rule, "a day late", PlantedFaultsTest::late),
                        new Fault(rule, "deaf to corrections", PlantedFaultsTest::uncorrected));
        var program =
                FIXED.contains(rule)
                        ? Stream.<Fault>empty()
                        : Stream.of(
                                new Fault(
                                        rule,
                                        "deaf to the program",
                                        PlantedFaultsTest::outOfTheBox));
        return Stream.of(always, program, deaf.stream().map(kind -> deafTo(rule, kind)))
                .flatMap(faults -> faults);
    }

    private static Fault deafTo(String rule, Class<? extends PartnershipEvent> kind) {
        return new Fault(
                rule,
                "deaf to " + kind.getSimpleName(),
                (world, history) ->
                        rules(
                                world,
                                history.facts().stream()
                                        .filter(fact -> !kind.isInstance(fact.event()))
                                        .collect(Collectors.toList()),
                                world.program()));
    }

    private static PlainRules late(WalkedWorld world, History history) {
        return new PlainRules(history, world.program(), world.now().minus(Duration.ofDays(1)));
    }

    private static PlainRules outOfTheBox(WalkedWorld world, History history) {
        return rules(world, history.facts(), null);
    }

    private static PlainRules uncorrected(WalkedWorld world, History history) {
        return rules(world, history.recorded(), world.program());
    }

    private static PlainRules rules(
            WalkedWorld world, List<History.Fact> facts, @Nullable ProgramChanged program) {
        return new PlainRules(History.of(facts), program, world.now());
    }
}
