package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What has happened to one partnership before a test asks something of it. */
public record History(List<PartnershipEvent> events) {

    public History and(PartnershipEvent... more) {
        return and(List.of(more));
    }

    public History and(List<PartnershipEvent> more) {
        return new History(Stream.concat(events.stream(), more.stream()).toList());
    }

    public History without(Class<? extends PartnershipEvent> kind) {
        return without(kind::isInstance);
    }

    public History without(Predicate<PartnershipEvent> gone) {
        return new History(events.stream().filter(gone.negate()).toList());
    }

    public PartnershipState state() {
        return after(new Unregistered(), events);
    }

    public Registered registered() {
        return (Registered) state();
    }

    public long version() {
        return events.size();
    }

    public static PartnershipState after(PartnershipState state, List<PartnershipEvent> events) {
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
