package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All that ever happened to a partnership, in order, and simple questions about it. */
final class History {

    private final List<PartnershipEvent> events = new ArrayList<>();

    void add(PartnershipEvent event) {
        events.add(event);
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
        return stageAfter(events);
    }

    static Stage stageAfter(List<PartnershipEvent> events) {
        return events.stream()
                .filter(StageEntered.class::isInstance)
                .map(StageEntered.class::cast)
                .reduce((_, newer) -> newer)
                .map(StageEntered::stage)
                .orElse(Stage.PROSPECT);
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
        return events.stream().filter(kind::isInstance).map(kind::cast).reduce((_, e) -> e);
    }

    /**
     * Since when something has been so after every event, by effective time of the event that began
     * it; empty if it is not so now.
     */
    static Optional<Instant> since(
            List<PartnershipEvent> events, Predicate<List<PartnershipEvent>> isSo) {
        Optional<Instant> since = Optional.empty();
        for (var i = 1; i <= events.size(); i++) {
            if (!isSo.test(events.subList(0, i))) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(events.get(i - 1).effectiveAt());
            }
        }
        return since;
    }
}
