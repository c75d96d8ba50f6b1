package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves a step to another day; every slip is kept. */
public record RescheduleStep(
        String partnershipId,
        String stepId,
        Instant dueOn,
        String reason,
        @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Set<Role> permittedTo() {
        return EitherSide.MAY;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return StepDecisions.onOwnStep(
                state,
                stepId,
                context,
                step -> step.isOpen() && step.dueOn().equals(dueOn),
                () -> new StepRescheduled(stepId, dueOn, reason, context.effectiveTime(this)));
    }
}
