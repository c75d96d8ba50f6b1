package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.CustomersNotified;
import dev.headway.lifecycle.partnership.PartnershipCommand.ScaleCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how and when the customers were told of the end. */
record NotifyCustomers(
        String partnershipId, String how, Instant notifiedOn, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new CustomersNotified(how, notifiedOn, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                "",
                known -> known.how().equals(how) && known.notifiedOn().equals(notifiedOn));
    }
}
