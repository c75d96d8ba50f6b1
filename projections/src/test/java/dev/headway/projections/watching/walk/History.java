package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that holds of what ever happened to a partnership, in order, and simple questions about it.
 */
final class History {

    private final List<Fact> recorded = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private List<PartnershipEvent> events = List.of();
    private boolean isVoided;

    /** An event by its id, and who brought it about. */
    record Fact(String eventId, PartnershipEvent event, String who) {}

    /** Of facts that are known. */
    static History of(List<Fact> facts) {
        var history = new History();
        history.facts.addAll(facts);
        history.changed();
        return history;
    }

    void add(Fact fact) {
        recorded.add(fact);
        facts.add(fact);
        changed();
    }

    /** It never was, nor was anything that needs it. */
    void withdraw(Fact fact) {
        var place = facts.indexOf(fact);
        var later = facts.subList(place, facts.size());
        later.removeIf(each -> each.equals(fact) || isAbout(fact.event(), each.event()));
        changed();
    }

    /** Something else was in its place. */
    void replace(Fact fact, Fact by) {
        facts.set(facts.indexOf(fact), by);
        changed();
    }

    void isVoided(boolean voided) {
        isVoided = voided;
    }

    boolean isVoided() {
        return isVoided;
    }

    List<Fact> facts() {
        return facts;
    }

    /** As it was recorded, whatever was put right since. */
    List<Fact> recorded() {
        return recorded;
    }

    List<PartnershipEvent> all() {
        return events;
    }

    /** Since it was registered or revived. */
    List<PartnershipEvent> life() {
        var from = 0;
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof PartnershipRevived) {
                from = i;
            }
        }
        return events.subList(from, events.size());
    }

    Stage stage() {
        return lastOf(events, StageEntered.class).map(StageEntered::stage).orElse(Stage.PROSPECT);
    }

    String pattern() {
        return lastOf(events, PatternChosen.class).map(PatternChosen::pattern).orElse("");
    }

    /** The newest by effective time. */
    static Optional<Instant> newest(
            List<PartnershipEvent> events, Predicate<PartnershipEvent> wanted) {
        return events.stream()
                .filter(wanted)
                .map(PartnershipEvent::effectiveAt)
                .max(Comparator.naturalOrder());
    }

    static <E extends PartnershipEvent> Optional<E> lastOf(
            List<PartnershipEvent> events, Class<E> kind) {
        for (var event : events.reversed()) {
            if (kind.isInstance(event)) {
                return Optional.of(kind.cast(event));
            }
        }
        return Optional.empty();
    }

    /**
     * Since when something has been so, by effective time of the event that began it; empty if it
     * is not so now.
     *
     * @param isSo asked after every event, in order
     */
    static Optional<Instant> since(
            List<PartnershipEvent> events, Predicate<PartnershipEvent> isSo) {
        Optional<Instant> since = Optional.empty();
        for (var event : events) {
            if (!isSo.test(event)) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(event.effectiveAt());
            }
        }
        return since;
    }

    private void changed() {
        events = facts.stream().map(Fact::event).toList();
    }

    private static boolean isAbout(PartnershipEvent first, PartnershipEvent event) {
        return first instanceof StepPlanned planned
                        && event instanceof StepEvent step
                        && step.stepId().equals(planned.stepId())
                || first instanceof ObligationTaken taken
                        && event instanceof ObligationEvent owed
                        && owed.obligationId().equals(taken.obligationId())
                || first instanceof ObjectiveShared shared
                        && event instanceof ObjectiveEvent objective
                        && objective.objectiveId().equals(shared.objectiveId())
                || first instanceof WaiverRequested requested
                        && event instanceof WaiverEvent waiver
                        && waiver.waiverId().equals(requested.waiverId());
    }
}
