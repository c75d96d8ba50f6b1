package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.lifecycle.erasures.ErasureState.Status;
import dev.headway.projections.identity.Actor;
import java.time.Instant;

/** Says that nothing is left to do; Headway's own doing. */
record CompleteErasure(String erasureId, long olderEvents) implements ErasureCommand {

    @Override
    public ErasureDecision decide(ErasureState erasure, Actor actor, Instant now) {
        return erasure.status() == Status.DESTROYED
                ? ErasureDecision.happened(
                        new ErasureCompleted(erasureId, erasure.personId(), olderEvents, now))
                : ErasureDecision.nothingNew();
    }
}
