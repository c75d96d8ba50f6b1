package dev.headway.lifecycle.partnership;

import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.http.Permitted;
import dev.headway.lifecycle.partnership.PartnershipState.Launched;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a stage by its name. Which command that is depends on where the partnership stands:
 * towards LAUNCH a pilot launches, while what is scaled steps back.
 */
record MovePartnership(
        @TargetAggregateIdentifier String partnershipId,
        Stage to,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable Instant effectiveAt)
        implements Permitted {

    @Override
    public String stream() {
        return partnershipId;
    }

    @Override
    public Set<Role> permittedTo() {
        return Set.of(Role.MANAGER, Role.APPROVER);
    }

    /** The move this is, seen from a state. */
    Move from(PartnershipState state) {
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
