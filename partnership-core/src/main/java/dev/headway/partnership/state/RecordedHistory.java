package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.history.EffectiveHistory;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.contracts.history.EffectiveHistory.Standing;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that was ever recorded of a partnership, for those who put some of it right: what is
 * withdrawn leaves no trace in a state, so the state is worked out anew. Pure.
 *
 * @param events in the order in which they were recorded
 */
public record RecordedHistory(List<Recorded> events) {

    public static final RecordedHistory NONE = new RecordedHistory(List.of());

    public RecordedHistory plus(Recorded event) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new RecordedHistory(List.copyOf(more));
    }

    public Optional<Recorded> find(String eventId) {
        return events.stream().filter(each -> each.eventId().equals(eventId)).findFirst();
    }

    public boolean isWithdrawn(String eventId) {
        return events.stream()
                .anyMatch(
                        each ->
                                each.event() instanceof FactWithdrawn withdrawn
                                        && withdrawn.eventId().equals(eventId));
    }

    /** The newest event of a kind that holds. */
    public <E extends PartnershipEvent> Optional<Recorded> latest(Class<E> kind, Predicate<E> of) {
        return standing().reversed().stream()
                .filter(each -> kind.isInstance(each.event()) && of.test(kind.cast(each.event())))
                .map(each -> events.get(each.source()))
                .findFirst();
    }

    /** What it all adds up to. */
    public PartnershipState state() {
        var state = stateAfter(standing());
        return state instanceof Registered registered
                ? registered.with(registered.facts().withImported(ImportedHistory.of(events)))
                : state;
    }

    /** Where the partnership stood when this event came, as far as is known now. */
    public PartnershipState stateBefore(String eventId) {
        var place = placeOf(eventId);
        return stateAfter(standing().stream().filter(each -> each.place() < place).toList());
    }

    /** The entries into stages that hold, in their order. */
    public List<Recorded> moves() {
        return standing().stream()
                .filter(each -> each.event() instanceof StageEntered)
                .map(each -> new Recorded(events.get(each.source()).eventId(), each.event(), null))
                .toList();
    }

    private List<Standing> standing() {
        return EffectiveHistory.of(events);
    }

    private int placeOf(String eventId) {
        var id = eventId;
        for (int place = events.size() - 1; place >= 0; place--) {
            var each = events.get(place);
            if (each.eventId().equals(id)) {
                if (each.corrects() == null) {
                    return place;
                }
                id = each.corrects();
            }
        }
        throw new IllegalArgumentException("There is no event " + eventId);
    }

    private static PartnershipState stateAfter(List<Standing> standing) {
        PartnershipState state = new Unregistered();
        for (var each : standing) {
            state = state.evolve(each.event());
        }
        return state;
    }
}
