package dev.headway.lifecycle.partnership.sunset;

import dev.headway.contracts.PartnershipEvent.CustomersNotified;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ScaleCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how and when the customers were told of the end. */
public record NotifyCustomers(
        String partnershipId, String how, Instant notifiedOn, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new CustomersNotified(how, notifiedOn, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known -> known.how().equals(how) && known.notifiedOn().equals(notifiedOn));
    }
}
