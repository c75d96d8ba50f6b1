package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.ErasureRequested;
import dev.headway.contracts.ErasureEvent.ForgottenName;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks that somebody be forgotten.
 *
 * @param olderEvents how many events from before there were keys name them
 */
record RequestErasure(
        String erasureId,
        @Nullable String personId,
        List<ForgottenName> names,
        String reason,
        long olderEvents)
        implements ErasureCommand {

    @Override
    public ErasureDecision decide(ErasureState erasure, Actor actor, Instant now) {
        return erasure.request() != null
                ? ErasureDecision.nothingNew()
                : ErasureDecision.happened(
                        new ErasureRequested(
                                erasureId,
                                personId,
                                names,
                                reason,
                                actor.subject(),
                                actor.id(),
                                olderEvents,
                                now));
    }
}
