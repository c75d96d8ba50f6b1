package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.lifecycle.partnership.PartnershipCommand.ObligationCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how an obligation was met; possible after the end as well. */
record DischargeObligation(
        String partnershipId, String obligationId, String how, @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.settling(
                state,
                obligationId,
                Obligations.Status.DISCHARGED,
                () -> new ObligationDischarged(obligationId, how, moment.effective(this)));
    }
}
