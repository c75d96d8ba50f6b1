package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.StepDropped;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that was not done, or not to be dropped, after all: withdraws what closed it. */
public record ReopenStep(String partnershipId, String stepId, String reason)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered known ->
                    known.facts()
                            .evidence()
                            .steps()
                            .find(stepId)
                            .map(
                                    step ->
                                            step.isOpen()
                                                    ? Decision.nothingNew()
                                                    : reopened(known, context))
                            .orElseGet(() -> new Decision.Missing("step"));
        };
    }

    private Decision reopened(Registered known, DecisionContext context) {
        return context.history()
                .latest(StepEvent.class, this::isClosing)
                .map(closing -> new WithdrawFact(partnershipId, closing.eventId(), reason))
                .map(withdrawal -> withdrawal.decide(known, context))
                .orElseGet(() -> new Decision.Missing("step"));
    }

    private boolean isClosing(StepEvent event) {
        return event.stepId().equals(stepId)
                && (event instanceof StepCompleted || event instanceof StepDropped);
    }
}
