package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepOwnerChanged;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives an open step to somebody else; this is no motion. */
public record ChangeStepOwner(
        String partnershipId, String stepId, Owner owner, @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return StepDecisions.onStep(
                state,
                stepId,
                step -> step.isOpen() && owner.isRecordedAs(step.owner(), step.ownerId()),
                () ->
                        new StepOwnerChanged(
                                stepId, owner.name(), owner.id(), context.effectiveTime(this)));
    }
}
