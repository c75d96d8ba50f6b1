package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.DescriptionEvent;
import dev.headway.contracts.PartnershipEvent.EvidenceEvent;
import dev.headway.contracts.PartnershipEvent.MotionEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.ParkingEvent;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.projections.watching.walk.History.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Something that was recorded by mistake is put right, as far as that may be. */
record RandomCorrection(WalkedWorld world, RandomFact facts, RandomGenerator random) {

    String happens(String id, History history) {
        return switch (random.nextInt(8)) {
            case 0 -> redated(id, history);
            case 1, 2, 3 -> corrected(id, history);
            default -> withdrawn(id, history);
        };
    }

    private String withdrawn(String id, History history) {
        var all = withdrawable(history);
        if (all.isEmpty()) {
            return "nothing to withdraw";
        }
        var fact = any(all);
        world.withdraws(id, fact);
        return "withdrawn " + fact;
    }

    private String corrected(String id, History history) {
        var all = withdrawable(history);
        if (all.isEmpty()) {
            return "nothing to correct";
        }
        var fact = any(all);
        var anew = anew(history, fact.event());
        if (anew == null) {
            world.withdraws(id, fact);
            return "withdrawn " + fact;
        }
        world.corrects(id, fact, anew);
        return "corrected " + fact + " to " + anew;
    }

    /** Another of the same kind, and about the same; null where none comes to mind. */
    private @Nullable PartnershipEvent anew(History history, PartnershipEvent was) {
        return switch (was) {
            case StepPlanned e ->
                    new StepPlanned(
                            e.stepId(), "Other", "bo", "OURS", date(e.dueOn()), e.effectiveAt());
            case StepRescheduled e ->
                    new StepRescheduled(e.stepId(), date(e.dueOn()), "Well", e.effectiveAt());
            case ObjectiveShared e ->
                    new ObjectiveShared(
                            e.objectiveId(), "Other", facts.keyResults(), e.effectiveAt());
            case ObjectiveChanged e ->
                    new ObjectiveChanged(
                            e.objectiveId(), "Other", facts.keyResults(), e.effectiveAt());
            case ObligationTaken e ->
                    new ObligationTaken(
                            e.obligationId(), "Other", "Acme", date(e.dueOn()), e.effectiveAt());
            default -> facts.ofKind(was.getClass(), history);
        };
    }

    /** The same, or another. */
    private Instant date(Instant was) {
        return random.nextBoolean() ? was : facts.date(30);
    }

    private String redated(String id, History history) {
        var moves =
                history.facts().stream()
                        .filter(each -> each.event() instanceof StageEntered)
                        .toList();
        var index = random.nextInt(moves.size());
        var now = moves.get(index).event().effectiveAt();
        var from =
                index == 0
                        ? now.minus(Duration.ofDays(50))
                        : moves.get(index - 1).event().effectiveAt();
        var to =
                index + 1 < moves.size() ? moves.get(index + 1).event().effectiveAt() : world.now();
        var at = from.plusSeconds(random.nextLong(1 + Duration.between(from, to).toSeconds()));
        if (at.isAfter(to) || at.equals(now)) {
            return "no other date";
        }
        world.redates(id, moves.get(index), at);
        return "dated " + at + ": " + moves.get(index);
    }

    private static List<Fact> withdrawable(History history) {
        return history.facts().stream().filter(fact -> isWithdrawable(fact.event())).toList();
    }

    private static boolean isWithdrawable(PartnershipEvent event) {
        return switch (event) {
            case StageEntered _ -> false;
            case PatternChosen _ -> true;
            case DescriptionEvent _ -> false;
            default ->
                    event instanceof EvidenceEvent
                            || event instanceof ObligationEvent
                            || event instanceof MotionEvent
                            || event instanceof ParkingEvent;
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
