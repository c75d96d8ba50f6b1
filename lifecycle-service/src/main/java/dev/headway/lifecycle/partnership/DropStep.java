package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.lifecycle.partnership.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.partnership.Steps.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a step out of the plan. */
record DropStep(String partnershipId, String stepId, String reason, @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.onStep(
                state,
                stepId,
                step -> step.status() == Status.DROPPED,
                () -> new StepDropped(stepId, reason, moment.effective(this)));
    }
}
