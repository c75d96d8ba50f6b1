package dev.headway.lifecycle.partnership;

import static dev.headway.contracts.Stage.LAUNCH;
import static dev.headway.contracts.Stage.PILOT;
import static dev.headway.contracts.Stage.SCALED;
import static dev.headway.contracts.Stage.SUNSET;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Phrases for where a partnership stands, each ready for the next stage unless it says so. */
public final class SampleHistories {

    public static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    public static final String ID = "3b0f6a52-6f4e-4b7e-9f6a-0d1f2c3b4a59";

    private SampleHistories() {}

    public static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    public static Instant inDays(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    // where it stands

    public static History noPartnership() {
        return new History(List.of());
    }

    /** Registered a hundred days ago, and nothing else. */
    public static History aBareProspect() {
        return noPartnership().and(registered());
    }

    public static History aProspect() {
        return aBareProspect()
                .and(
                        leverageClaimed("10", "30"),
                        new PatternChosen("RESELL", daysAgo(90)),
                        timingRead(true, true, daysAgo(1)),
                        seatFilled("RELATIONSHIP"),
                        pilotScoped(inDays(60)));
    }

    public static History aParkedProspect() {
        return aProspect().and(new ProspectParked(inDays(30), "after their launch", daysAgo(80)));
    }

    /** In PILOT for sixty days, with nothing of what a launch needs. */
    public static History aBarePilot() {
        return aProspect().and(new PilotStarted(passed(PILOT), daysAgo(60)));
    }

    public static History aPilot() {
        return aBarePilot()
                .and(new PilotJudged("PROVED", "14 of 15 installed", null, daysAgo(40)))
                .and(jointWin("Globex", daysAgo(39)))
                .and(everySeatFilled())
                .and(everySeamPassed())
                .and(threeStepsSecured())
                .and(new RhythmAgreed(14, "joint call", daysAgo(38)))
                .and(everyTeamConsented())
                .and(new ExitTermsAgreed("return the kits", 90, daysAgo(37)));
    }

    /** In LAUNCH for thirty days, with nothing of what scale needs beyond the launch. */
    public static History aBareLaunchedPartnership() {
        return aPilot().and(new PartnershipLaunched(passed(LAUNCH), daysAgo(30)));
    }

    public static History aLaunchedPartnership() {
        return aBareLaunchedPartnership()
                .and(measured("20", daysAgo(20)), measured("31", daysAgo(15)))
                .and(jointWin("Globex", daysAgo(14)), jointWin("Initech", daysAgo(13)))
                .and(everyIncentiveAligned())
                .and(new SeamFunded("Ada", "two engineers", daysAgo(12)));
    }

    public static History aScaledPartnership() {
        return aLaunchedPartnership().and(new PartnershipScaled(passed(SCALED), daysAgo(10)));
    }

    public static History aSunsetPartnership() {
        return aScaledPartnership()
                .and(
                        customersNotified(),
                        new PartnershipSunset("MERGED", "one of us", passed(SUNSET), daysAgo(5)));
    }

    /** One history for each stage. */
    public static History in(Stage stage) {
        return switch (stage) {
            case PROSPECT -> aProspect();
            case PILOT -> aPilot();
            case LAUNCH -> aLaunchedPartnership();
            case SCALED -> aScaledPartnership();
            case SUNSET -> aSunsetPartnership();
        };
    }

    // what happened to it

    public static PartnershipRegistered registered() {
        return new PartnershipRegistered(
                ID, "Northwind", "Northwind Ltd", "RESELLER", null, null, null, daysAgo(100));
    }

    public static LeverageClaimed leverageClaimed(String baseline, String target) {
        return new LeverageClaimed(
                "WIN_RATE",
                "they are in the room",
                "win rate",
                "%",
                new BigDecimal(baseline),
                new BigDecimal(target),
                inDays(60),
                daysAgo(90));
    }

    public static TimingRead timingRead(boolean oursReady, boolean partnerReady, Instant at) {
        return new TimingRead("migration", oursReady, "expansion", partnerReady, at);
    }

    public static PilotScoped pilotScoped(Instant endsOn) {
        return new PilotScoped("store kits", "12 of 15 by themselves", endsOn, daysAgo(70));
    }

    public static SeatFilled seatFilled(String seat) {
        return new SeatFilled(seat, "Mara", "OURS", daysAgo(85));
    }

    public static List<PartnershipEvent> everySeatFilled() {
        return Arrays.stream(Seat.values())
                .<PartnershipEvent>map(seat -> seatFilled(seat.name()))
                .toList();
    }

    public static List<PartnershipEvent> everySeamPassed() {
        return Arrays.stream(Seam.values())
                .<PartnershipEvent>map(
                        seam -> new SeamChecked(seam.name(), "PASS", "drill held", daysAgo(41)))
                .toList();
    }

    public static List<PartnershipEvent> everyTeamConsented() {
        return Arrays.stream(ReceivingTeam.values())
                .<PartnershipEvent>map(
                        team -> new TeamConsented(team.name(), "Li", "two people", daysAgo(38)))
                .toList();
    }

    public static List<PartnershipEvent> everyIncentiveAligned() {
        return Arrays.stream(IncentiveActor.values())
                .<PartnershipEvent>map(
                        actor -> new IncentiveAligned(actor.name(), "double quota", daysAgo(12)))
                .toList();
    }

    public static List<PartnershipEvent> threeStepsSecured() {
        return List.of(
                step("s1", "OURS", inDays(7)),
                step("s2", "PARTNER", inDays(14)),
                step("s3", "OURS", inDays(21)));
    }

    public static StepPlanned step(String id, String side, Instant dueOn) {
        return new StepPlanned(id, "title of " + id, "Mara", side, dueOn, daysAgo(40));
    }

    public static JointWinRecorded jointWin(String customer, Instant at) {
        return new JointWinRecorded(customer, "went live", "their mail", at);
    }

    public static MeasurementTaken measured(String value, Instant at) {
        return new MeasurementTaken(new BigDecimal(value), "the dashboard", at);
    }

    public static CustomersNotified customersNotified() {
        return new CustomersNotified("by mail", daysAgo(6), daysAgo(6));
    }

    public static KeyResult keyResult(String id, String target) {
        return new KeyResult(
                id,
                "stores that use both",
                "stores",
                new BigDecimal("12"),
                new BigDecimal(target),
                inDays(90));
    }

    public static ObjectiveShared objectiveShared(String id) {
        return new ObjectiveShared(
                id, "win the chains", List.of(keyResult("stores", "80")), daysAgo(30));
    }

    public static ObjectiveConfirmed confirmed(WordedObjective objective, String side) {
        return new ObjectiveConfirmed(
                objective.objectiveId(),
                objective.title(),
                objective.keyResults(),
                side,
                "Kai",
                daysAgo(20));
    }

    public static ObligationTaken obligationTaken(String id) {
        return new ObligationTaken(id, "support " + id, "Globex", inDays(300), daysAgo(30));
    }

    public static WaiverRequested waiverRequested(String id, String criterion, Instant expiresOn) {
        return new WaiverRequested(
                id, criterion, "the audit is late", expiresOn, "mia", daysAgo(3));
    }

    public static List<PartnershipEvent> waiverGranted(
            String id, String criterion, Instant expiresOn) {
        return List.of(
                waiverRequested(id, criterion, expiresOn),
                new WaiverGranted(id, "until the audit", "ada", daysAgo(2)));
    }

    /**
     * The gate in an event of the past; what was evaluated then is not what these tests are about.
     */
    public static EvaluatedGate passed(Stage to) {
        return new EvaluatedGate(to.name(), 0, true, List.of());
    }
}
