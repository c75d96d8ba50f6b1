package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Asks for an exception from one criterion, until a date. */
record RequestWaiver(
        @TargetAggregateIdentifier String partnershipId,
        String waiverId,
        String criterion,
        String reason,
        Instant expiresOn,
        @Nullable Instant effectiveAt)
        implements PartnershipCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                _ ->
                        Decision.happened(
                                new WaiverRequested(
                                        waiverId,
                                        criterion,
                                        reason,
                                        expiresOn,
                                        moment.actor(),
                                        moment.effective(this))));
    }
}
