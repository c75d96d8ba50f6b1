package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Where a partnership stands as the event store has it this instant, for those who ask and change
 * nothing.
 *
 * @param version how many events there are
 */
record CurrentState(PartnershipState state, long version) {

    static CurrentState load(EventStore events, String partnershipId) {
        var sinceSnapshot = events.readEvents(partnershipId).asStream().toList();
        return sinceSnapshot.stream().anyMatch(CurrentState::isCorrection)
                ? corrected(events, partnershipId)
                : sinceSnapshot.stream()
                        .<DomainEventMessage<?>>map(message -> message)
                        .reduce(
                                new CurrentState(new Unregistered(), 0),
                                CurrentState::replay,
                                (_, later) -> later);
    }

    private static CurrentState corrected(EventStore events, String partnershipId) {
        var histories = new StoredHistories(events);
        var history = histories.first(Long.MAX_VALUE, partnershipId);
        return new CurrentState(history.state(), history.events().size());
    }

    /** What stands in the place of something comes with its withdrawal. */
    private static boolean isCorrection(DomainEventMessage<?> message) {
        return message.getPayload() instanceof CorrectionEvent;
    }

    /** The first may be a snapshot, which stands for all that was before. */
    private CurrentState replay(DomainEventMessage<?> message) {
        var next =
                message.getPayload() instanceof Partnership snapshot
                        ? snapshot.state()
                        : state.evolve((PartnershipEvent) message.getPayload());
        return new CurrentState(next, message.getSequenceNumber() + 1);
    }

    /** Where it would stand if this were stored. */
    CurrentState with(Decision.Happened happened) {
        return happened.events().stream()
                .reduce(
                        this,
                        (before, event) ->
                                new CurrentState(before.state.evolve(event), before.version + 1),
                        (_, later) -> later);
    }

    Stage stage() {
        return state instanceof Registered registered ? registered.stage() : Stage.PROSPECT;
    }
}
