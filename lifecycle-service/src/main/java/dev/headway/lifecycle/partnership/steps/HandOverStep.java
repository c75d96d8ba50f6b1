package dev.headway.lifecycle.partnership.steps;

import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.StepCommand;
import dev.headway.lifecycle.people.Owner;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.Steps.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a step to somebody else, as long as it is open and of the one who hands over. */
public record HandOverStep(String partnershipId, String stepId, Owner from, Owner to)
        implements StepCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts()
                                .evidence()
                                .steps()
                                .find(stepId)
                                .filter(Step::isOpen)
                                .filter(it -> from.isMeantBy(it.owner(), it.ownerId()))
                                .map(
                                        _ ->
                                                new ChangeStepOwner(partnershipId, stepId, to, null)
                                                        .decide(state, context))
                                .orElseGet(Decision::nothingNew));
    }
}
