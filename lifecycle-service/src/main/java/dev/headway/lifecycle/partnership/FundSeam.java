package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.lifecycle.partnership.PartnershipCommand.ScaleCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names who funds the joint experience. */
record FundSeam(String partnershipId, String owner, String summary, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new SeamFunded(owner, summary, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                "",
                known -> known.owner().equals(owner) && known.summary().equals(summary));
    }
}
