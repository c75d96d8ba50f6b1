package dev.headway.lifecycle.partnership.moves;

import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.launch.LaunchPartnership;
import dev.headway.lifecycle.partnership.pilot.StartPilot;
import dev.headway.lifecycle.partnership.scale.ScalePartnership;
import dev.headway.lifecycle.partnership.sunset.RevivePartnership;
import dev.headway.lifecycle.partnership.sunset.SunsetPartnership;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Launched;
import dev.headway.partnership.state.PartnershipState.Pilot;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a stage by its name. Which command that is depends on where the partnership stands:
 * towards LAUNCH a pilot launches, while what is scaled steps back.
 */
public record MovePartnership(
        String partnershipId,
        Stage to,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return toMove(state).decide(state, context);
    }

    /** The move this is, seen from a state. */
    public MoveCommand toMove(PartnershipState state) {
        return switch (to) {
            case PROSPECT ->
                    state instanceof Pilot
                            ? new StepBack(partnershipId, Stage.PROSPECT, reason, effectiveAt)
                            : new RevivePartnership(partnershipId, reason, effectiveAt);
            case PILOT ->
                    state instanceof Launched
                            ? new StepBack(partnershipId, Stage.PILOT, reason, effectiveAt)
                            : new StartPilot(partnershipId, reason, effectiveAt);
            case LAUNCH ->
                    state instanceof Registered at && at.stage() == Stage.SCALED
                            ? new StepBack(partnershipId, Stage.LAUNCH, reason, effectiveAt)
                            : new LaunchPartnership(partnershipId, reason, effectiveAt);
            case SCALED -> new ScalePartnership(partnershipId, reason, effectiveAt);
            case SUNSET -> new SunsetPartnership(partnershipId, reasonCode, reason, effectiveAt);
        };
    }
}
