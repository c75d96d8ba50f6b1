package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
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

/** LAUNCH → SCALED, through the Scale gate. */
record ScalePartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Launched launched ->
                    Moving.through(launched, Stage.SCALED, this, moment, PartnershipScaled::new);
            case Scaled _ -> Decision.nothingNew();
            case Unregistered _, Prospect _, Pilot _, Sunset _ ->
                    Moving.illegal(state, Stage.SCALED, this, moment);
        };
    }
}
