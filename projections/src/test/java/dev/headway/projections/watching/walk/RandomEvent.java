package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something that happens to a partnership: mostly what its stage permits. */
record RandomEvent(WalkedWorld world, RandomGenerator random) {

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");
    private static final List<String> SEATS =
            List.of("RELATIONSHIP", "DELIVERY", "INTEGRATION", "SUPPORT", "ESCALATION");
    private static final List<String> WAIVED =
            List.of(
                    "rhythm-agreed",
                    "all-seats-filled",
                    "timing-right",
                    "pilot-scoped",
                    "teams-consent");

    String happens(String id) {
        var history = world.histories().get(id);
        if (history == null) {
            return "nobody";
        }
        var event = random.nextInt(4) == 0 ? move(history.stage()) : fact(id, history);
        world.happens(id, event);
        return event.toString();
    }

    private PartnershipEvent move(Stage stage) {
        var now = world.now();
        return switch (stage) {
            case PROSPECT ->
                    switch (random.nextInt(4)) {
                        case 0 -> new ProspectParked(date(40), "Later", now);
                        case 1 -> new ProspectUnparked(now);
                        default -> new PilotStarted(null, now);
                    };
            case PILOT ->
                    switch (random.nextInt(5)) {
                        case 0 -> new PartnershipSteppedBack("PILOT", "PROSPECT", "Early", now);
                        default -> new PartnershipLaunched(null, now);
                    };
            case LAUNCH ->
                    switch (random.nextInt(4)) {
                        case 0, 1 -> new PartnershipSteppedBack("LAUNCH", "PILOT", "Early", now);
                        case 2 -> new PartnershipScaled(null, now);
                        default -> new PartnershipSunset(null, "Over", null, now);
                    };
            case SCALED ->
                    random.nextBoolean()
                            ? new PartnershipSteppedBack("SCALED", "LAUNCH", "Early", now)
                            : new PartnershipSunset(null, "Over", null, now);
            case SUNSET -> new PartnershipRevived("Again", now);
        };
    }

    private PartnershipEvent fact(String id, History history) {
        var now = world.now();
        return switch (random.nextInt(23)) {
            case 0 -> new TouchpointRecorded("JOINT_CALL", "Talked", null, now);
            case 1 -> new TouchpointRecorded("JOINT_CALL", "Talked", null, ago(80));
            case 2, 3, 4 -> new StepPlanned(step(), "Train", "ana", "OURS", date(30), now);
            case 5 -> new StepRescheduled(any(IDS), date(20), "Ill", now);
            case 6 -> new StepCompleted(any(IDS), null, now);
            case 7 -> new StepDropped(any(IDS), "No", now);
            case 8, 9, 10 -> new SeatFilled(any(SEATS), "Ana", "OURS", now);
            case 11 -> new SeatVacated(any(SEATS), now);
            case 12 ->
                    new RhythmAgreed(
                            7 * (1 + random.nextInt(8)),
                            "Call",
                            random.nextBoolean() ? now : ago(60));
            case 13 -> claim();
            case 14 -> new MeasurementTaken(value(), "Invoices", now);
            case 15 -> classified();
            case 16 -> new BendDelivered(any(IDS), "Shipped", now);
            case 17 -> waiver(id, history);
            case 18 -> new TimingRead("x", true, "y", true, random.nextBoolean() ? now : ago(60));
            case 19 -> new PilotScoped("One", "Ten", date(140), now);
            case 20 -> judged();
            case 21 ->
                    random.nextBoolean()
                            ? new ObligationTaken(any(IDS), "Escrow", "Acme", date(40), now)
                            : new ObligationDischarged(any(IDS), "Done", now);
            default ->
                    new PatternChosen(any(List.of("RESELL", "REFERRAL", "EMBEDDED_PLATFORM")), now);
        };
    }

    /** Asked for by the event before it. */
    private PartnershipEvent waiver(String id, History history) {
        var waiver = "w" + history.all().size();
        world.happens(
                id,
                new WaiverRequested(waiver, any(WAIVED), "Later", date(60), "maria", world.now()));
        return new WaiverGranted(waiver, "Fine", "otto", world.now());
    }

    private PartnershipEvent claim() {
        return new LeverageClaimed(
                "WIN_RATE",
                "Why",
                random.nextInt(3) == 0 ? "Deals" : "Cost",
                "EUR",
                BigDecimal.valueOf(50),
                random.nextBoolean() ? BigDecimal.valueOf(70) : BigDecimal.valueOf(30),
                date(60),
                world.now());
    }

    private PartnershipEvent judged() {
        return switch (random.nextInt(3)) {
            case 0 -> new PilotJudged("PROVED", "Yes", null, world.now());
            case 1 -> new PilotJudged("DISPROVED", "No", null, world.now());
            default -> new PilotJudged("EXTENDED", "Nearly", date(20), world.now());
        };
    }

    private PartnershipEvent classified() {
        var bends =
                IDS.stream()
                        .filter(_ -> random.nextBoolean())
                        .map(id -> new PromisedBend(id, "ROADMAP", "Bend " + id, date(30)))
                        .toList();
        return new PartnershipClassified("STRATEGIC", bends, world.now());
    }

    private BigDecimal value() {
        return BigDecimal.valueOf(20 + random.nextInt(70));
    }

    private String step() {
        return any(IDS);
    }

    private Instant ago(int days) {
        return world.now().minus(Duration.ofHours(1 + random.nextInt(24 * days)));
    }

    /** A day or an instant, mostly ahead. */
    private Instant date(int days) {
        var at = world.now().plus(Duration.ofHours(random.nextInt(24 * days) - 24));
        return random.nextBoolean() ? at.truncatedTo(ChronoUnit.DAYS) : at;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
