package dev.headway.lifecycle.partnership;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
import dev.headway.lifecycle.partnership.PartnershipCommand.ScaleCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what makes the right thing for the alliance the right thing for one actor. */
record AlignIncentive(
        String partnershipId, IncentiveActor actor, String mechanism, @Nullable Instant effectiveAt)
        implements ScaleCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new IncentiveAligned(actor.name(), mechanism, moment.effective(this));
        return Recording.replacing(
                state, event, actor.name(), known -> known.mechanism().equals(mechanism));
    }
}
