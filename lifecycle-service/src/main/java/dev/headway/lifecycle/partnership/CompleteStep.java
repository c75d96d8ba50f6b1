package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.lifecycle.partnership.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.partnership.Steps.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that a step is done; this is motion. */
record CompleteStep(
        String partnershipId,
        String stepId,
        @Nullable String outcome,
        @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.onStep(
                state,
                stepId,
                step -> step.status() == Status.DONE,
                () -> new StepCompleted(stepId, outcome, moment.effective(this)));
    }
}
