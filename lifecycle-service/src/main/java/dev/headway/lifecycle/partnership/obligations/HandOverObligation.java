package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObligationCommand;
import dev.headway.partnership.state.Obligations;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says who owes it from now on; possible after the end as well. */
public record HandOverObligation(
        String partnershipId,
        String obligationId,
        @Personal String to,
        String how,
        @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return ObligationDecisions.endObligation(
                state,
                obligationId,
                Obligations.Status.HANDED_OVER,
                () -> new ObligationHandedOver(obligationId, to, how, context.effectiveTime(this)));
    }
}
