package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** How far an erasure is this instant, as the event store has it. */
@Component
class KnownErasures {

    private final EventStore events;

    KnownErasures(EventStore events) {
        this.events = events;
    }

    /** {@link ErasureState#NONE} of what nobody asked for. */
    ErasureState state(String erasureId) {
        return events.readEvents(Erasure.stream(erasureId))
                .asStream()
                .map(message -> (ErasureEvent) message.getPayload())
                .reduce(ErasureState.NONE, ErasureState::evolve, (_, later) -> later);
    }
}
