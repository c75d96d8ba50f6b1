package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Where a partnership stands as the event store has it this instant, for those who ask and change
 * nothing.
 *
 * @param version how many events there are
 */
record Standing(PartnershipState state, long version) {

    static Standing of(EventStore events, String partnershipId) {
        return events.readEvents(partnershipId)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .reduce(new Standing(new Unregistered(), 0), Standing::after, (_, later) -> later);
    }

    /** The first may be a snapshot, which stands for all that was before. */
    private Standing after(DomainEventMessage<?> message) {
        var next =
                message.getPayload() instanceof Partnership remembered
                        ? remembered.state()
                        : state.evolve((PartnershipEvent) message.getPayload());
        return new Standing(next, message.getSequenceNumber() + 1);
    }

    /** Where it would stand if this were stored. */
    Standing after(Decision.Happened happened) {
        return happened.events().stream()
                .reduce(
                        this,
                        (before, event) ->
                                new Standing(before.state.evolve(event), before.version + 1),
                        (_, later) -> later);
    }

    Stage stage() {
        return state instanceof Registered registered ? registered.stage() : Stage.PROSPECT;
    }
}
