package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.partnership.state.Steps.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a step out of the plan. */
public record DropStep(
        String partnershipId, String stepId, String reason, @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered registered ->
                    StepDecisions.onStepOf(
                            registered,
                            stepId,
                            step -> step.status() == Status.DROPPED,
                            () -> new StepDropped(stepId, reason, context.effectiveTime(this)));
        };
    }
}
