package dev.headway.lifecycle.partnership.scale;

import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Launched;
import dev.headway.partnership.state.PartnershipState.Pilot;
import dev.headway.partnership.state.PartnershipState.Prospect;
import dev.headway.partnership.state.PartnershipState.Scaled;
import dev.headway.partnership.state.PartnershipState.Sunset;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** LAUNCH → SCALED, through the Scale gate. */
public record ScalePartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Launched launched ->
                    MoveDecisions.throughGate(
                            launched, Stage.SCALED, this, context, PartnershipScaled::new);
            case Scaled _ -> Decision.nothingNew();
            case Unregistered _, Prospect _, Pilot _, Sunset _ ->
                    MoveDecisions.noSuchMove(state, Stage.SCALED, this, context);
        };
    }
}
