package dev.headway.lifecycle.partnership.obligations;

import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObligationCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes visible what a yes owes. */
public record TakeObligation(
        String partnershipId,
        String obligationId,
        String what,
        @Personal String owedTo,
        Instant dueOn,
        @Nullable Instant effectiveAt)
        implements ObligationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
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
                                                context.effectiveTime(this))));
    }
}
