package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Where a partnership stands as the event store has it this instant, for those who ask and change
 * nothing.
 *
 * @param version how many events there are
 */
record Standing(PartnershipState state, long version) {

    static Standing of(EventStore events, String partnershipId) {
        return new Standing(new Unregistered(), 0)
                .after(
                        events.readEvents(partnershipId)
                                .asStream()
                                .map(message -> (PartnershipEvent) message.getPayload()));
    }

    /** Where it would stand if this were stored. */
    Standing after(Decision.Happened happened) {
        return after(happened.events().stream());
    }

    Stage stage() {
        return state instanceof Registered registered ? registered.stage() : Stage.PROSPECT;
    }

    private Standing after(Stream<? extends PartnershipEvent> events) {
        return events.reduce(
                this,
                (before, event) -> new Standing(before.state.evolve(event), before.version + 1),
                (_, later) -> later);
    }
}
