package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.partnership.state.RecordedHistory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads what was recorded of a partnership, for the few that were corrected. */
final class StoredHistories {

    private final EventStore events;

    StoredHistories(EventStore events) {
        this.events = events;
    }

    /** The first so many events, whatever snapshots there are. */
    RecordedHistory first(long count, String partnershipId) {
        if (count == 0) {
            return RecordedHistory.NONE;
        }
        return new RecordedHistory(
                events.readEvents(partnershipId, 0)
                        .asStream()
                        .limit(count)
                        .map(StoredHistories::recorded)
                        .toList());
    }

    static Recorded recorded(DomainEventMessage<?> message) {
        return new Recorded(
                message.getIdentifier(),
                (PartnershipEvent) message.getPayload(),
                (String) message.getMetaData().get("corrects"));
    }
}
