package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Events of a partnership by their ids, straight from the store. */
@Component
class RecordedEvents {

    private final EventStore events;

    RecordedEvents(EventStore events) {
        this.events = events;
    }

    /** What was recorded under this id; for ever the same, if it is there. */
    Optional<PartnershipEvent> find(String partnershipId, String eventId) {
        return events.readEvents(partnershipId, 0)
                .asStream()
                .filter(message -> message.getIdentifier().equals(eventId))
                .map(message -> (PartnershipEvent) message.getPayload())
                .findFirst();
    }
}
