package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Classification;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.lifecycle.partnership.corrections.AssignPartner;
import dev.headway.lifecycle.partnership.corrections.CorrectFact;
import dev.headway.lifecycle.partnership.corrections.CorrectMoveDate;
import dev.headway.lifecycle.partnership.corrections.DescribePartnership;
import dev.headway.lifecycle.partnership.corrections.ReopenStep;
import dev.headway.lifecycle.partnership.corrections.UnvoidPartnership;
import dev.headway.lifecycle.partnership.corrections.VoidPartnership;
import dev.headway.lifecycle.partnership.corrections.WithdrawFact;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.prospect.RegisterPartnership;
import dev.headway.lifecycle.partnership.seats.HandOverSeat;
import dev.headway.lifecycle.partnership.steps.HandOverStep;
import dev.headway.lifecycle.partnership.waivers.DecideWaiver;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every command alike, whatever it asks for. */
class EveryCommandTest {

    static List<PartnershipCommand> factsWhileActive() {
        return List.of(
                choose(Pattern.REFERRAL),
                claimLeverage("10", "40"),
                screen("no-budget", ScreeningVerdict.CLEAR),
                readTiming(),
                fill(Seat.SUPPORT, "Kai"),
                vacate(Seat.SUPPORT),
                classify(Classification.TRANSACTIONAL),
                deliver("b1"),
                scopePilot(inDays(50)),
                judge(PilotVerdict.PROVED, null),
                confirmVerdict("Kai"),
                check(Seam.ONBOARDING, SeamVerdict.FAIL),
                agreeRhythm(7),
                consent(ReceivingTeam.SUPPORT),
                agreeExitTerms(30),
                confirmExitTerms("Kai"),
                attest("security-reviewed"),
                announce("their fair"),
                recordTouchpoint(null),
                recordJointWin("Globex"),
                plan("s9", Side.OURS),
                follow("Train sales"),
                complete("s1"),
                reschedule("s1", inDays(9)),
                give("s1", "Kai"),
                new HandOverSeat(ID, Seat.SUPPORT, Owner.named("Mara"), Owner.named("Kai")),
                new HandOverStep(ID, "s1", Owner.named("Mara"), Owner.named("Kai")),
                share("o1", "win the chains", "80"),
                measure("o1", "stores", "31"),
                confirm("o1", Side.PARTNER, "Kai"),
                dropObjective("o1"),
                takeObligation("o9"),
                requestWaiver("w9", "seams-pass"),
                decide("w1", WaiverDecision.GRANTED),
                align(IncentiveActor.SALES),
                fundSeam(),
                notifyCustomers());
    }

    static List<PartnershipCommand> factsAfterSunset() {
        return List.of(takeMeasurement("20"), discharge("o1"), handOver("o1"), drop("s1"));
    }

    static List<PartnershipCommand> parking() {
        return List.of(park(inDays(30)), unpark());
    }

    static List<PartnershipCommand> moves() {
        return List.of(
                startPilot(),
                launch(),
                scale(),
                sunset(),
                stepBackTo(Stage.PILOT),
                revive(),
                move(Stage.PILOT));
    }

    static List<PartnershipCommand> corrections() {
        return List.of(
                new WithdrawFact(ID, "e1", "It never held"),
                new CorrectFact(ID, "e1", "A typing error", recordTouchpoint(null)),
                new CorrectMoveDate(ID, "e1", NOW, "A typing error"),
                new ReopenStep(ID, "s1", "Not done"),
                new DescribePartnership(ID, "Reef", known -> known, null),
                new AssignPartner(ID, "0c1d7a52-54a1-3d07-9b2a-0a3ff0a57c16", null),
                new VoidPartnership(ID, "Registered twice", null, _ -> null),
                new UnvoidPartnership(ID, _ -> null));
    }

    static Stream<PartnershipCommand> commands() {
        return Stream.of(factsWhileActive(), factsAfterSunset(), parking(), moves(), corrections())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("factsWhileActive")
    void after_sunset_only_these_facts_are_recorded(PartnershipCommand command) {
        given(aSunsetPartnership())
                .when(command, "ada")
                .thenIllegal("The partnership is in SUNSET; revive it to go on");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothing_is_asked_of_a_partnership_that_is_not_registered(PartnershipCommand command) {
        given(noPartnership()).when(command).thenNotRegistered();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothing_is_decided_before_the_first_event(PartnershipCommand command) {
        var context = new DecisionContext(NOW, "ada", null, () -> Policy.OUT_OF_THE_BOX);

        assertThat(command.decide(new Unregistered(), context))
                .isEqualTo(new Decision.Missing("partnership"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void managers_and_approvers_ask_but_only_approvers_decide_on_exceptions(
            PartnershipCommand command) {
        assertThat(command.permittedTo())
                .isEqualTo(
                        command instanceof DecideWaiver
                                ? Set.of(Role.APPROVER)
                                : Set.of(Role.MANAGER, Role.APPROVER));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoever_has_seen_another_version_is_too_late(PartnershipCommand command) {
        given(aPilot()).whenSeenAt(aPilot().version() - 1, command).thenStale();
        given(aPilot()).whenSeenAt(aPilot().version() + 1, command).thenStale();
    }

    @Test
    void whoever_has_seen_the_current_version_is_in_time() {
        given(aPilot()).whenSeenAt(aPilot().version(), recordTouchpoint(NOW)).then(touchpoint(0));
    }

    @Test
    void nothing_happens_more_than_five_seconds_ahead_of_our_clock() {
        given(aPilot()).when(recordTouchpoint(NOW.plusSeconds(5))).then(touchpoint(5));
        given(aPilot())
                .when(recordTouchpoint(NOW.plusSeconds(5).plusNanos(1)))
                .thenBroken("/effectiveAt", "lies in the future");
    }

    @Test
    void what_there_is_to_ask_is_asked_here() {
        var beginnings = Set.of(RegisterPartnership.class, ImportPartnership.class);

        assertThat(commands().<Class<?>>map(PartnershipCommand::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        PartnershipCommandTest.commands()
                                .filter(command -> !beginnings.contains(command))
                                .toList());
    }

    @Test
    void the_aggregate_has_a_handler_for_what_each_command_is_handled_as() {
        assertThat(Partnership.class.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>extracting(method -> method.getParameterTypes()[0])
                .containsExactlyInAnyOrder(
                        RegisterPartnership.class,
                        ImportPartnership.class,
                        PartnershipCommand.class);
        assertThat(commands())
                .allSatisfy(
                        command ->
                                assertThat(command.handledAs())
                                        .isEqualTo(PartnershipCommand.class));
    }

    private static TouchpointRecorded touchpoint(int seconds) {
        return new TouchpointRecorded(
                "JOINT_CALL", "kit feedback", "Kai", NOW.plusSeconds(seconds));
    }
}
