package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.StepRescheduled;
import dev.headway.lifecycle.partnership.PartnershipCommand.StepCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moves a step to another day; every slip is kept. */
record RescheduleStep(
        String partnershipId,
        String stepId,
        Instant dueOn,
        String reason,
        @Nullable Instant effectiveAt)
        implements StepCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.onStep(
                state,
                stepId,
                step -> step.isOpen() && step.dueOn().equals(dueOn),
                () -> new StepRescheduled(stepId, dueOn, reason, moment.effective(this)));
    }
}
