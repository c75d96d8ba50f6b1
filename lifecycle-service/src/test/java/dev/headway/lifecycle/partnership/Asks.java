package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.Lives.ID;
import static dev.headway.lifecycle.partnership.Lives.inDays;

import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.PilotVerdict;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.ScreeningVerdict;
import dev.headway.contracts.Seam;
import dev.headway.contracts.SeamVerdict;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.WaiverDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of each command, for tests to which its words do not matter. */
final class Asks {

    static final PromisedBend BEND =
            new PromisedBend("b1", BendKind.ROADMAP.name(), "an export by May", inDays(40));

    private Asks() {}

    static RegisterPartnership register() {
        return new RegisterPartnership(
                ID,
                "Northwind",
                "Northwind Ltd",
                PartnerType.RESELLER,
                null,
                null,
                null,
                null,
                null);
    }

    static ChoosePattern choose(Pattern pattern) {
        return new ChoosePattern(ID, pattern, null);
    }

    static ClaimLeverage claimLeverage(String baseline, String target) {
        return new ClaimLeverage(
                ID,
                Mechanism.WIN_RATE,
                "they are in the room",
                "win rate",
                "%",
                new BigDecimal(baseline),
                new BigDecimal(target),
                inDays(60),
                null);
    }

    static ScreenDisqualifier screen(String disqualifier, ScreeningVerdict verdict) {
        return new ScreenDisqualifier(ID, disqualifier, verdict, "asked their CFO", null);
    }

    static ReadTiming readTiming() {
        return new ReadTiming(ID, "migration", true, "expansion", true, null);
    }

    static FillSeat fill(Seat seat, String holder) {
        return new FillSeat(ID, seat, holder, Side.OURS, null);
    }

    static VacateSeat vacate(Seat seat) {
        return new VacateSeat(ID, seat, null);
    }

    static ClassifyPartnership classify(Classification classification, PromisedBend... bends) {
        return new ClassifyPartnership(ID, classification, List.of(bends), null);
    }

    static DeliverBend deliver(String bendId) {
        return new DeliverBend(ID, bendId, "shipped in 4.2", null);
    }

    static ParkProspect park(Instant until) {
        return new ParkProspect(ID, until, "after their launch", null);
    }

    static UnparkProspect unpark() {
        return new UnparkProspect(ID, null);
    }

    static ScopePilot scopePilot(Instant endsOn) {
        return new ScopePilot(ID, "store kits", "12 of 15 by themselves", endsOn, null);
    }

    static JudgePilot judge(PilotVerdict verdict, @Nullable Instant endsOn) {
        return new JudgePilot(ID, verdict, "14 of 15 installed", endsOn, null);
    }

    static CheckSeam check(Seam seam, SeamVerdict verdict) {
        return new CheckSeam(ID, seam, verdict, "drill held", null);
    }

    static AgreeRhythm agreeRhythm(int everyDays) {
        return new AgreeRhythm(ID, everyDays, "joint call", null);
    }

    static ConsentTeam consent(ReceivingTeam team) {
        return new ConsentTeam(ID, team, "Li", "two people", null);
    }

    static AgreeExitTerms agreeExitTerms(int noticeDays) {
        return new AgreeExitTerms(ID, "return the kits", noticeDays, null);
    }

    static RecordTouchpoint touch(@Nullable Instant effectiveAt) {
        return new RecordTouchpoint(
                ID, TouchpointKind.JOINT_CALL, "kit feedback", "Kai", effectiveAt);
    }

    static RecordJointWin win(String customer) {
        return new RecordJointWin(ID, customer, "went live", "their mail", null);
    }

    static TakeMeasurement measure(String value) {
        return new TakeMeasurement(ID, new BigDecimal(value), "the dashboard", null);
    }

    static PlanStep plan(String stepId, Side side) {
        return new PlanStep(ID, stepId, "title of " + stepId, "Mara", side, inDays(7), null);
    }

    static CompleteStep complete(String stepId) {
        return new CompleteStep(ID, stepId, "sent", null);
    }

    static RescheduleStep reschedule(String stepId, Instant dueOn) {
        return new RescheduleStep(ID, stepId, dueOn, "their holidays", null);
    }

    static DropStep drop(String stepId) {
        return new DropStep(ID, stepId, "no longer needed", null);
    }

    static TakeObligation owe(String obligationId) {
        return new TakeObligation(ID, obligationId, "support", "Globex", inDays(300), null);
    }

    static DischargeObligation discharge(String obligationId) {
        return new DischargeObligation(ID, obligationId, "done early", null);
    }

    static HandOverObligation handOver(String obligationId) {
        return new HandOverObligation(ID, obligationId, "Northwind", "by contract", null);
    }

    static RequestWaiver askWaiver(String waiverId, String criterion) {
        return new RequestWaiver(ID, waiverId, criterion, "the audit is late", inDays(30), null);
    }

    static DecideWaiver decide(String waiverId, WaiverDecision decision) {
        return new DecideWaiver(ID, waiverId, decision, "until the audit", null);
    }

    static AlignIncentive align(IncentiveActor actor) {
        return new AlignIncentive(ID, actor, "double quota", null);
    }

    static FundSeam fundSeam() {
        return new FundSeam(ID, "Ada", "two engineers", null);
    }

    static NotifyCustomers notifyCustomers() {
        return new NotifyCustomers(ID, "by mail", inDays(-6), null);
    }

    // moves

    static StartPilot startPilot() {
        return new StartPilot(ID, null, null);
    }

    static LaunchPartnership launch() {
        return new LaunchPartnership(ID, null, null);
    }

    static ScalePartnership scale() {
        return new ScalePartnership(ID, null, null);
    }

    static SunsetPartnership sunset() {
        return new SunsetPartnership(ID, "MERGED", "one of us", null);
    }

    static StepBack stepBackTo(Stage stage) {
        return new StepBack(ID, stage, "the support seam broke", null);
    }

    static RevivePartnership revive() {
        return new RevivePartnership(ID, "they called again", null);
    }

    static MovePartnership move(Stage to) {
        return moveAt(to, null);
    }

    static MovePartnership moveAt(Stage to, @Nullable Instant at) {
        return new MovePartnership(ID, to, "one of us", "MERGED", at);
    }
}
