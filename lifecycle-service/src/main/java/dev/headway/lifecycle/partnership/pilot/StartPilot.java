package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotStarted;
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

/** PROSPECT → PILOT, through the Pilot gate. */
public record StartPilot(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Prospect prospect ->
                    MoveDecisions.throughGate(
                            prospect, Stage.PILOT, this, context, PilotStarted::new);
            case Pilot _ -> Decision.nothingNew();
            case Unregistered _, Launched _, Scaled _, Sunset _ ->
                    MoveDecisions.noSuchMove(state, Stage.PILOT, this, context);
        };
    }
}
