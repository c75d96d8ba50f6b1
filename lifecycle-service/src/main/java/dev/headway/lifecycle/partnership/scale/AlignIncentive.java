package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ScaleCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what makes the right thing for the alliance the right thing for one actor. */
public record AlignIncentive(
        String partnershipId, IncentiveActor actor, String mechanism, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new IncentiveAligned(actor.name(), mechanism, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state, event, actor.name(), known -> known.mechanism().equals(mechanism));
    }
}
