package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent.ErasureApproved;
import dev.headway.contracts.Role;
import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.Set;

/** Approves it; never whoever asked, nor whoever is to be forgotten. */
record ApproveErasure(String erasureId) implements ErasureCommand {

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.APPROVER, Role.ADMIN);
    }

    @Override
    public ErasureDecision decide(ErasureState erasure, Actor actor, Instant now) {
        var request = erasure.request();
        if (request == null) {
            return new ErasureDecision.Missing();
        }
        return switch (erasure.status()) {
            case REQUESTED -> {
                if (actor.is(request.requestedBy(), request.requestedById())) {
                    yield new ErasureDecision.Forbidden(
                            "Somebody else than whoever asked for it has to approve");
                }
                yield actor.id() != null && actor.id().equals(request.personId())
                        ? new ErasureDecision.Forbidden(
                                "Somebody else than whoever is to be forgotten has to approve")
                        : ErasureDecision.happened(
                                new ErasureApproved(erasureId, actor.subject(), actor.id(), now));
            }
            case APPROVED, DESTROYED, COMPLETED -> ErasureDecision.nothingNew();
            case NONE, REFUSED -> new ErasureDecision.Illegal("It was refused; ask for it anew");
        };
    }
}
