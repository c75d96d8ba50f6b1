package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.lifecycle.partnership.PartnershipCommand.ObligationCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes visible what a yes owes. */
record TakeObligation(
        String partnershipId,
        String obligationId,
        String what,
        String owedTo,
        Instant dueOn,
        @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                active ->
                        active.facts().obligations().find(obligationId).isPresent()
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new ObligationTaken(
                                                obligationId,
                                                what,
                                                owedTo,
                                                dueOn,
                                                moment.effective(this))));
    }
}
