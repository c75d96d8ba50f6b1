package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
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

/** PILOT → LAUNCH, through the Launch gate. */
public record LaunchPartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Pilot pilot ->
                    MoveDecisions.throughGate(
                            pilot, Stage.LAUNCH, this, context, PartnershipLaunched::new);
            case Launched _ -> Decision.nothingNew();
            case Unregistered _, Prospect _, Scaled _, Sunset _ ->
                    MoveDecisions.noSuchMove(state, Stage.LAUNCH, this, context);
        };
    }
}
