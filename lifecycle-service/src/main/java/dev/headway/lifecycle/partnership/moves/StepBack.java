package dev.headway.lifecycle.partnership.moves;

import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Launched;
import dev.headway.partnership.state.PartnershipState.Pilot;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Scaled;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** SCALED → LAUNCH, LAUNCH → PILOT or PILOT → PROSPECT, without a gate, for a reason. */
public record StepBack(
        String partnershipId, Stage to, @Nullable String reason, @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Scaled scaled when to == Stage.LAUNCH -> back(scaled, context);
            case Launched launched when to == Stage.PILOT -> back(launched, context);
            case Pilot pilot when to == Stage.PROSPECT -> back(pilot, context);
            case Registered registered when registered.stage() == to -> Decision.nothingNew();
            case Unregistered _, Registered _ -> MoveDecisions.noSuchMove(state, to, this, context);
        };
    }

    private Decision back(Registered from, DecisionContext context) {
        return MoveDecisions.backWithReason(
                from,
                this,
                context,
                (why, at) -> new PartnershipSteppedBack(from.stage().name(), to.name(), why, at));
    }
}
