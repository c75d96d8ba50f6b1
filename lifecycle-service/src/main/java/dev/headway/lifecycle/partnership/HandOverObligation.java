package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.lifecycle.partnership.PartnershipCommand.ObligationCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says who owes it from now on; possible after the end as well. */
record HandOverObligation(
        String partnershipId,
        String obligationId,
        String to,
        String how,
        @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.settling(
                state,
                obligationId,
                Obligations.Status.HANDED_OVER,
                () -> new ObligationHandedOver(obligationId, to, how, moment.effective(this)));
    }
}
