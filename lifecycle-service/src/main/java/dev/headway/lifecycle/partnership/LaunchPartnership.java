package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
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

/** PILOT → LAUNCH, through the Launch gate. */
record LaunchPartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Pilot pilot ->
                    Moving.through(pilot, Stage.LAUNCH, this, moment, PartnershipLaunched::new);
            case Launched _ -> Decision.nothingNew();
            case Unregistered _, Prospect _, Scaled _, Sunset _ ->
                    Moving.illegal(state, Stage.LAUNCH, this, moment);
        };
    }
}
