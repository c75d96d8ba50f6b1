package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What has happened to one partnership before a test asks something of it. */
record Life(List<PartnershipEvent> events) {

    Life and(PartnershipEvent... more) {
        return and(List.of(more));
    }

    Life and(List<PartnershipEvent> more) {
        return new Life(Stream.concat(events.stream(), more.stream()).toList());
    }

    Life without(Class<? extends PartnershipEvent> kind) {
        return without(kind::isInstance);
    }

    Life without(Predicate<PartnershipEvent> gone) {
        return new Life(events.stream().filter(gone.negate()).toList());
    }

    PartnershipState state() {
        return after(new Unregistered(), events);
    }

    Registered registered() {
        return (Registered) state();
    }

    long version() {
        return events.size();
    }

    static PartnershipState after(PartnershipState state, List<PartnershipEvent> events) {
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
