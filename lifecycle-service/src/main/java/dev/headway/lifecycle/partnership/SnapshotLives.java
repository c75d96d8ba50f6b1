package dev.headway.lifecycle.partnership;

import dev.headway.projections.questions.gates.LivesBySnapshot;
import dev.headway.projections.questions.gates.LoadedState;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Loads long lives for lists, by the snapshots that commands are decided on. */
@Component
class SnapshotLives implements LivesBySnapshot {

    private final EventStore events;

    /** The store comes late: projections read what is put together after them. */
    SnapshotLives(@Lazy EventStore events) {
        this.events = events;
    }

    @Override
    public LoadedState load(String partnershipId) {
        var current = CurrentState.load(events, partnershipId);
        return new LoadedState(current.state(), current.version());
    }
}
