package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Launched;
import dev.headway.lifecycle.partnership.PartnershipState.Pilot;
import dev.headway.lifecycle.partnership.PartnershipState.Prospect;
import dev.headway.lifecycle.partnership.PartnershipState.Scaled;
import dev.headway.lifecycle.partnership.PartnershipState.Sunset;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SUNSET → PROSPECT, for a reason; the old history stays. */
record RevivePartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Sunset sunset -> Moving.withReason(sunset, this, moment, PartnershipRevived::new);
            case Prospect _ -> Decision.nothingNew();
            case Unregistered _, Pilot _, Launched _, Scaled _ ->
                    Moving.illegal(state, Stage.PROSPECT, this, moment);
        };
    }
}
