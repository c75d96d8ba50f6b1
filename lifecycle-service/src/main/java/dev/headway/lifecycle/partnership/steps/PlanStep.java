package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.Side;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Plans a step: titled, owned, dated, on one side.
 *
 * @param playbook the stage whose playbook it is from, or null
 */
public record PlanStep(
        String partnershipId,
        String stepId,
        String title,
        Owner owner,
        Side side,
        Instant dueOn,
        @Nullable String playbook,
        @Nullable Instant effectiveAt)
        implements StepCommand {

    /** One that somebody thought of. */
    public PlanStep(
            String partnershipId,
            String stepId,
            String title,
            Owner owner,
            Side side,
            Instant dueOn,
            @Nullable Instant effectiveAt) {
        this(partnershipId, stepId, title, owner, side, dueOn, null, effectiveAt);
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts().evidence().steps().find(stepId).isPresent()
                                ? Decision.nothingNew()
                                : Decision.happened(
                                        new StepPlanned(
                                                stepId,
                                                title,
                                                owner.name(),
                                                owner.id(),
                                                side.name(),
                                                dueOn,
                                                playbook,
                                                context.effectiveTime(this))));
    }
}
