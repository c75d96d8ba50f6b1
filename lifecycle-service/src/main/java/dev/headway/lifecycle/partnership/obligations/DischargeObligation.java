package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObligationCommand;
import dev.headway.partnership.state.Obligations;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how an obligation was met; possible after the end as well. */
public record DischargeObligation(
        String partnershipId, String obligationId, String how, @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return ObligationDecisions.endObligation(
                state,
                obligationId,
                Obligations.Status.DISCHARGED,
                () -> new ObligationDischarged(obligationId, how, context.effectiveTime(this)));
    }
}
