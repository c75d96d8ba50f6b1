package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.projections.watching.tracking.CriteriaEvaluatorForTests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Something that is recorded of a partnership. */
record RandomFact(WalkedWorld world, RandomGenerator random) {

    private static final List<String> BENDS = List.of("a", "b", "c", "d", "e");
    private static final List<String> KEY_RESULTS = List.of("deals", "stores");
    private static final List<String> SEATS =
            List.of("RELATIONSHIP", "DELIVERY", "INTEGRATION", "SUPPORT", "ESCALATION");

    PartnershipEvent any(History history) {
        var now = world.now();
        return switch (random.nextInt(32)) {
            case 0 -> new TouchpointRecorded("JOINT_CALL", "Talked", null, now);
            case 1 -> new TouchpointRecorded("JOINT_CALL", "Talked", null, ago(80));
            case 2, 3, 4 -> planned();
            case 5 -> new StepRescheduled(step(history), date(20), "Ill", now);
            case 6 -> new StepCompleted(step(history), null, now);
            case 7 -> new StepDropped(step(history), "No", now);
            case 8, 9, 10, 11 -> new SeatFilled(one(SEATS), "Ana", "OURS", now);
            case 12 -> new SeatVacated(one(SEATS), now);
            case 13 -> rhythm();
            case 14 -> claim();
            case 15 -> new MeasurementTaken(value(), "Invoices", now);
            case 16 -> classified();
            case 17 -> new BendDelivered(one(BENDS), "Shipped", now);
            case 18 -> timing();
            case 19 -> new PilotScoped("One", "Ten", date(140), now);
            case 20 -> judged();
            case 21 -> obligation(history);
            case 25, 26 ->
                    new CriterionAttested(
                            CriteriaEvaluatorForTests.OWN,
                            one(RandomStep.WORDINGS),
                            "Seen",
                            random.nextBoolean() ? now : ago(30));
            case 27, 28, 29, 30 -> objective(history);
            case 22, 23 -> new PartnershipAnnounced("Fair", ago(40), now);
            case 24 ->
                    random.nextInt(4) == 0
                            ? new JointWinRecorded("Globex", "Live", "Mail", now)
                            : new TouchpointRecorded("WORKSHOP", "Drew it", null, now);
            default -> pattern();
        };
    }

    /** Another of a kind, or null for one of which there is only one. */
    @Nullable PartnershipEvent ofKind(Class<?> kind, History history) {
        for (var tries = 0; tries < 40; tries++) {
            var event = any(history);
            if (event.getClass() == kind) {
                return event;
            }
        }
        return null;
    }

    /** A day or an instant, mostly ahead. */
    Instant date(int days) {
        var at = world.now().plus(Duration.ofHours(random.nextInt(24 * days) - 24));
        return random.nextBoolean() ? at.truncatedTo(ChronoUnit.DAYS) : at;
    }

    private StepPlanned planned() {
        return new StepPlanned(world.newId(), "Train", "ana", "OURS", date(30), world.now());
    }

    private PartnershipEvent obligation(History history) {
        var id = idOf(history, ObligationTaken.class, ObligationTaken::obligationId);
        return switch (random.nextInt(4)) {
            case 0 -> new ObligationDischarged(id, "Done", world.now());
            case 1 -> new ObligationHandedOver(id, "Bo", "Done", world.now());
            default -> new ObligationTaken(world.newId(), "Escrow", "Acme", date(40), world.now());
        };
    }

    private PartnershipEvent objective(History history) {
        var id = idOf(history, ObjectiveShared.class, ObjectiveShared::objectiveId);
        return switch (random.nextInt(12)) {
            case 0 -> new ObjectiveDropped(id, "No", world.now());
            case 1, 2 -> new ObjectiveChanged(id, "Win them", keyResults(), world.now());
            case 3, 4, 5, 6, 7 ->
                    new KeyResultMeasured(id, one(KEY_RESULTS), value(), null, world.now());
            default -> new ObjectiveShared(world.newId(), "Win", keyResults(), world.now());
        };
    }

    List<KeyResult> keyResults() {
        return KEY_RESULTS.stream()
                .limit(1 + random.nextInt(KEY_RESULTS.size()))
                .map(
                        id ->
                                new KeyResult(
                                        id,
                                        "Deals",
                                        random.nextInt(5) == 0 ? "USD" : "EUR",
                                        BigDecimal.valueOf(50),
                                        BigDecimal.valueOf(random.nextBoolean() ? 70 : 30),
                                        date(40)))
                .toList();
    }

    private RhythmAgreed rhythm() {
        var everyDays = 7 * (1 + random.nextInt(8));
        return new RhythmAgreed(everyDays, "Call", random.nextBoolean() ? world.now() : ago(60));
    }

    private TimingRead timing() {
        return new TimingRead("x", true, "y", true, random.nextBoolean() ? world.now() : ago(60));
    }

    private PatternChosen pattern() {
        return new PatternChosen(
                one(List.of("RESELL", "REFERRAL", "EMBEDDED_PLATFORM")), world.now());
    }

    private LeverageClaimed claim() {
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

    private PilotJudged judged() {
        return switch (random.nextInt(3)) {
            case 0 -> new PilotJudged("PROVED", "Yes", null, world.now());
            case 1 -> new PilotJudged("DISPROVED", "No", null, world.now());
            default -> new PilotJudged("EXTENDED", "Nearly", date(20), world.now());
        };
    }

    private PartnershipClassified classified() {
        var bends =
                BENDS.stream()
                        .filter(_ -> random.nextBoolean())
                        .map(id -> new PromisedBend(id, "ROADMAP", "Bend " + id, date(30)))
                        .toList();
        var kind = random.nextInt(6) == 0 ? "TRANSACTIONAL" : "STRATEGIC";
        return new PartnershipClassified(kind, bends, world.now());
    }

    private BigDecimal value() {
        return BigDecimal.valueOf(20 + random.nextInt(70));
    }

    private String step(History history) {
        return idOf(history, StepPlanned.class, StepPlanned::stepId);
    }

    private <E> String idOf(History history, Class<E> kind, Function<E, String> id) {
        var all = history.all().stream().filter(kind::isInstance).map(kind::cast).toList();
        return all.isEmpty() ? "none" : id.apply(one(all));
    }

    private Instant ago(int days) {
        return world.now().minus(Duration.ofHours(1 + random.nextInt(24 * days)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
