package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.Steps.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says that a step is done; this is motion. */
public record CompleteStep(
        String partnershipId,
        String stepId,
        @Nullable String outcome,
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
                step -> step.status() == Status.DONE,
                () -> new StepCompleted(stepId, outcome, context.effectiveTime(this)));
    }
}
