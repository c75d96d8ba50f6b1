package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;
import static dev.headway.lifecycle.partnership.SampleHistories.inDays;

import dev.headway.contracts.BendKind;
import dev.headway.contracts.Classification;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.PartnershipEvent.PromisedBend;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.contracts.verdicts.ScreeningVerdict;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.contracts.verdicts.WaiverDecision;
import dev.headway.lifecycle.partnership.attestations.AttestCriterion;
import dev.headway.lifecycle.partnership.classification.ClassifyPartnership;
import dev.headway.lifecycle.partnership.classification.DeliverBend;
import dev.headway.lifecycle.partnership.launch.AgreeExitTerms;
import dev.headway.lifecycle.partnership.launch.AgreeRhythm;
import dev.headway.lifecycle.partnership.launch.AnnouncePartnership;
import dev.headway.lifecycle.partnership.launch.CheckSeam;
import dev.headway.lifecycle.partnership.launch.ConfirmExitTerms;
import dev.headway.lifecycle.partnership.launch.ConsentTeam;
import dev.headway.lifecycle.partnership.launch.LaunchPartnership;
import dev.headway.lifecycle.partnership.motion.RecordJointWin;
import dev.headway.lifecycle.partnership.motion.RecordTouchpoint;
import dev.headway.lifecycle.partnership.motion.TakeMeasurement;
import dev.headway.lifecycle.partnership.moves.MovePartnership;
import dev.headway.lifecycle.partnership.moves.StepBack;
import dev.headway.lifecycle.partnership.objectives.ConfirmObjective;
import dev.headway.lifecycle.partnership.objectives.DropObjective;
import dev.headway.lifecycle.partnership.objectives.MeasureKeyResult;
import dev.headway.lifecycle.partnership.objectives.ShareObjective;
import dev.headway.lifecycle.partnership.obligations.DischargeObligation;
import dev.headway.lifecycle.partnership.obligations.HandOverObligation;
import dev.headway.lifecycle.partnership.obligations.TakeObligation;
import dev.headway.lifecycle.partnership.pilot.ConfirmVerdict;
import dev.headway.lifecycle.partnership.pilot.JudgePilot;
import dev.headway.lifecycle.partnership.pilot.ScopePilot;
import dev.headway.lifecycle.partnership.pilot.StartPilot;
import dev.headway.lifecycle.partnership.prospect.ChoosePattern;
import dev.headway.lifecycle.partnership.prospect.ClaimLeverage;
import dev.headway.lifecycle.partnership.prospect.ParkProspect;
import dev.headway.lifecycle.partnership.prospect.ReadTiming;
import dev.headway.lifecycle.partnership.prospect.RegisterPartnership;
import dev.headway.lifecycle.partnership.prospect.ScreenDisqualifier;
import dev.headway.lifecycle.partnership.prospect.UnparkProspect;
import dev.headway.lifecycle.partnership.scale.AlignIncentive;
import dev.headway.lifecycle.partnership.scale.FundSeam;
import dev.headway.lifecycle.partnership.scale.ScalePartnership;
import dev.headway.lifecycle.partnership.seats.FillSeat;
import dev.headway.lifecycle.partnership.seats.VacateSeat;
import dev.headway.lifecycle.partnership.steps.ChangeStepOwner;
import dev.headway.lifecycle.partnership.steps.CompleteStep;
import dev.headway.lifecycle.partnership.steps.DropStep;
import dev.headway.lifecycle.partnership.steps.FollowPlaybook;
import dev.headway.lifecycle.partnership.steps.FollowPlaybook.Chosen;
import dev.headway.lifecycle.partnership.steps.PlanStep;
import dev.headway.lifecycle.partnership.steps.RescheduleStep;
import dev.headway.lifecycle.partnership.sunset.NotifyCustomers;
import dev.headway.lifecycle.partnership.sunset.RevivePartnership;
import dev.headway.lifecycle.partnership.sunset.SunsetPartnership;
import dev.headway.lifecycle.partnership.waivers.DecideWaiver;
import dev.headway.lifecycle.partnership.waivers.RequestWaiver;
import dev.headway.lifecycle.people.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of each command, for tests to which its words do not matter. */
public final class SampleCommands {

    public static final PromisedBend BEND =
            new PromisedBend("b1", BendKind.ROADMAP.name(), "an export by May", inDays(40));

    private SampleCommands() {}

    public static RegisterPartnership register() {
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

    public static ChoosePattern choose(Pattern pattern) {
        return new ChoosePattern(ID, pattern, null);
    }

    public static ClaimLeverage claimLeverage(String baseline, String target) {
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

    public static ScreenDisqualifier screen(String disqualifier, ScreeningVerdict verdict) {
        return new ScreenDisqualifier(ID, disqualifier, verdict, "asked their CFO", null);
    }

    public static ReadTiming readTiming() {
        return new ReadTiming(ID, "migration", true, "expansion", true, null);
    }

    public static FillSeat fill(Seat seat, String holder) {
        return new FillSeat(ID, seat, Owner.named(holder), Side.OURS, null);
    }

    public static VacateSeat vacate(Seat seat) {
        return new VacateSeat(ID, seat, null);
    }

    public static ClassifyPartnership classify(
            Classification classification, PromisedBend... bends) {
        return new ClassifyPartnership(ID, classification, List.of(bends), null);
    }

    public static DeliverBend deliver(String bendId) {
        return new DeliverBend(ID, bendId, "shipped in 4.2", null);
    }

    public static ParkProspect park(Instant until) {
        return new ParkProspect(ID, until, "after their launch", null);
    }

    public static UnparkProspect unpark() {
        return new UnparkProspect(ID, null);
    }

    public static ScopePilot scopePilot(Instant endsOn) {
        return new ScopePilot(ID, "store kits", "12 of 15 by themselves", endsOn, null);
    }

    public static JudgePilot judge(PilotVerdict verdict, @Nullable Instant endsOn) {
        return new JudgePilot(ID, verdict, "14 of 15 installed", endsOn, null);
    }

    public static CheckSeam check(Seam seam, SeamVerdict verdict) {
        return new CheckSeam(ID, seam, verdict, "drill held", null);
    }

    public static AgreeRhythm agreeRhythm(int everyDays) {
        return new AgreeRhythm(ID, everyDays, "joint call", null);
    }

    public static ConsentTeam consent(ReceivingTeam team) {
        return new ConsentTeam(ID, team, "Li", "two people", null);
    }

    public static AgreeExitTerms agreeExitTerms(int noticeDays) {
        return new AgreeExitTerms(ID, "return the kits", noticeDays, null);
    }

    public static AttestCriterion attest(String criterion) {
        return new AttestCriterion(ID, criterion, "the report", null);
    }

    public static AnnouncePartnership announce(String where) {
        return new AnnouncePartnership(ID, where, inDays(-6), null);
    }

    public static RecordTouchpoint recordTouchpoint(@Nullable Instant effectiveAt) {
        return new RecordTouchpoint(
                ID, TouchpointKind.JOINT_CALL, "kit feedback", "Kai", effectiveAt);
    }

    public static RecordJointWin recordJointWin(String customer) {
        return new RecordJointWin(ID, customer, "went live", "their mail", null, null, null, null);
    }

    public static TakeMeasurement takeMeasurement(String value) {
        return new TakeMeasurement(ID, new BigDecimal(value), "the dashboard", null);
    }

    public static PlanStep plan(String stepId, Side side) {
        return new PlanStep(
                ID, stepId, "title of " + stepId, Owner.named("Mara"), side, inDays(7), null);
    }

    public static FollowPlaybook follow(String... titles) {
        var chosen =
                Stream.of(titles)
                        .map(each -> new Chosen("of " + each, each, Owner.named("Mara"), null))
                        .toList();
        return new FollowPlaybook(ID, chosen, null);
    }

    public static CompleteStep complete(String stepId) {
        return new CompleteStep(ID, stepId, "sent", null);
    }

    public static ChangeStepOwner give(String stepId, String owner) {
        return new ChangeStepOwner(ID, stepId, Owner.named(owner), null);
    }

    public static RescheduleStep reschedule(String stepId, Instant dueOn) {
        return new RescheduleStep(ID, stepId, dueOn, "their holidays", null);
    }

    public static DropStep drop(String stepId) {
        return new DropStep(ID, stepId, "no longer needed", null);
    }

    public static ShareObjective share(String objectiveId, String title, String target) {
        return new ShareObjective(
                ID, objectiveId, title, List.of(SampleHistories.keyResult("stores", target)), null);
    }

    public static MeasureKeyResult measure(String objectiveId, String keyResultId, String value) {
        return new MeasureKeyResult(
                ID, objectiveId, keyResultId, new BigDecimal(value), "their count", null);
    }

    public static ConfirmVerdict confirmVerdict(String by) {
        return new ConfirmVerdict(ID, by, null, null);
    }

    public static ConfirmExitTerms confirmExitTerms(String by) {
        return new ConfirmExitTerms(ID, by, null, null);
    }

    public static ConfirmObjective confirm(String objectiveId, Side side, String by) {
        return new ConfirmObjective(ID, objectiveId, side, by, null);
    }

    public static DropObjective dropObjective(String objectiveId) {
        return new DropObjective(ID, objectiveId, "they were sold", null);
    }

    public static TakeObligation takeObligation(String obligationId) {
        return new TakeObligation(ID, obligationId, "support", "Globex", inDays(300), null);
    }

    public static DischargeObligation discharge(String obligationId) {
        return new DischargeObligation(ID, obligationId, "done early", null);
    }

    public static HandOverObligation handOver(String obligationId) {
        return new HandOverObligation(ID, obligationId, "Northwind", "by contract", null);
    }

    public static RequestWaiver requestWaiver(String waiverId, String criterion) {
        return new RequestWaiver(ID, waiverId, criterion, "the audit is late", inDays(30), null);
    }

    public static DecideWaiver decide(String waiverId, WaiverDecision decision) {
        return new DecideWaiver(ID, waiverId, decision, "until the audit", null);
    }

    public static AlignIncentive align(IncentiveActor actor) {
        return new AlignIncentive(ID, actor, "double quota", null);
    }

    public static FundSeam fundSeam() {
        return new FundSeam(ID, Owner.named("Ada"), "two engineers", null);
    }

    public static NotifyCustomers notifyCustomers() {
        return new NotifyCustomers(ID, "by mail", inDays(-6), null);
    }

    // moves

    public static StartPilot startPilot() {
        return new StartPilot(ID, null, null);
    }

    public static LaunchPartnership launch() {
        return new LaunchPartnership(ID, null, null);
    }

    public static ScalePartnership scale() {
        return new ScalePartnership(ID, null, null);
    }

    public static SunsetPartnership sunset() {
        return new SunsetPartnership(ID, "MERGED", "one of us", null);
    }

    public static StepBack stepBackTo(Stage stage) {
        return new StepBack(ID, stage, "the support seam broke", null);
    }

    public static RevivePartnership revive() {
        return new RevivePartnership(ID, "they called again", null);
    }

    public static MovePartnership move(Stage to) {
        return moveAt(to, null);
    }

    public static MovePartnership moveAt(Stage to, @Nullable Instant at) {
        return new MovePartnership(ID, to, "one of us", "MERGED", at);
    }
}
