package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PilotStarted;
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

/** PROSPECT → PILOT, through the Pilot gate. */
record StartPilot(String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Prospect prospect ->
                    Moving.through(prospect, Stage.PILOT, this, moment, PilotStarted::new);
            case Pilot _ -> Decision.nothingNew();
            case Unregistered _, Launched _, Scaled _, Sunset _ ->
                    Moving.illegal(state, Stage.PILOT, this, moment);
        };
    }
}
