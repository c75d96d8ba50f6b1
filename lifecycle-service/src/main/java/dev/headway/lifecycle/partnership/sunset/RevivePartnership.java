package dev.headway.lifecycle.partnership.sunset;

import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
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

/** SUNSET → PROSPECT, for a reason; the old history stays. */
public record RevivePartnership(
        String partnershipId, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Sunset sunset ->
                    MoveDecisions.backWithReason(sunset, this, context, PartnershipRevived::new);
            case Prospect _ -> Decision.nothingNew();
            case Unregistered _, Pilot _, Launched _, Scaled _ ->
                    MoveDecisions.noSuchMove(state, Stage.PROSPECT, this, context);
        };
    }
}
