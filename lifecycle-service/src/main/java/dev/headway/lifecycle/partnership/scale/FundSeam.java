package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ScaleCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names who funds the joint experience. */
public record FundSeam(
        String partnershipId, Owner owner, String summary, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new SeamFunded(owner.name(), owner.id(), summary, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known ->
                        owner.isRecordedAs(known.owner(), known.ownerId())
                                && known.summary().equals(summary));
    }
}
