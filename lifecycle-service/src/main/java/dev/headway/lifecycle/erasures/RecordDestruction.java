package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.KeysDestroyed;
import dev.headway.lifecycle.erasures.ErasureState.Status;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.List;

/** Says that the keys are gone; Headway's own doing. */
record RecordDestruction(String erasureId, List<String> keyIds) implements ErasureCommand {

    @Override
    public ErasureDecision decide(ErasureState erasure, Actor actor, Instant now) {
        return erasure.status() == Status.APPROVED
                ? ErasureDecision.happened(new KeysDestroyed(erasureId, keyIds, now))
                : ErasureDecision.nothingNew();
    }
}
