package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Launched;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Scaled;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SCALED → LAUNCH or LAUNCH → PILOT, without a gate, for a reason. */
record StepBack(
        String partnershipId, Stage to, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Scaled scaled when to == Stage.LAUNCH -> back(scaled, moment);
            case Launched launched when to == Stage.PILOT -> back(launched, moment);
            case Registered registered when registered.stage() == to -> Decision.nothingNew();
            case Unregistered _, Registered _ -> Moving.illegal(state, to, this, moment);
        };
    }

    private Decision back(Registered from, Moment moment) {
        return Moving.withReason(
                from,
                this,
                moment,
                (why, at) -> new PartnershipSteppedBack(from.stage().name(), to.name(), why, at));
    }
}
