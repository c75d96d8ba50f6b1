package dev.headway.lifecycle.partnership;

import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Launched;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a stage by its name. Which command that is depends on where the partnership stands:
 * towards LAUNCH a pilot launches, while what is scaled steps back.
 */
record MovePartnership(
        String partnershipId,
        Stage to,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return from(state).decide(state, moment);
    }

    /** The move this is, seen from a state. */
    MoveCommand from(PartnershipState state) {
        return switch (to) {
            case PROSPECT -> new RevivePartnership(partnershipId, reason, effectiveAt);
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
