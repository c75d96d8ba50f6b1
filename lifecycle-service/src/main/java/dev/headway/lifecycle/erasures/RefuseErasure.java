package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.ErasureRefused;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.Set;

/** Refuses it, or takes it back, as long as nobody has approved. */
record RefuseErasure(String erasureId, String reason) implements ErasureCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.APPROVER, Role.ADMIN);
    }

    @Override
    public ErasureDecision decide(ErasureState erasure, Actor actor, Instant now) {
        return switch (erasure.status()) {
            case NONE -> new ErasureDecision.Missing();
            case REQUESTED -> ErasureDecision.happened(new ErasureRefused(erasureId, reason, now));
            case REFUSED -> ErasureDecision.nothingNew();
            case APPROVED, DESTROYED, COMPLETED ->
                    new ErasureDecision.Illegal("It was approved, and cannot be taken back");
        };
    }
}
