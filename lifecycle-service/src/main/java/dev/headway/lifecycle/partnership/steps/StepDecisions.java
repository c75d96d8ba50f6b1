package dev.headway.lifecycle.partnership.steps;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.Steps.Step;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** How an open step changes. */
final class StepDecisions {

    private StepDecisions() {}

    /** A step is changed while it is open; saying the same again changes nothing. */
    static Decision onStep(
            PartnershipState state,
            String stepId,
            Predicate<Step> alreadySo,
            Supplier<PartnershipEvent> changed) {
        return FactDecisions.whileActive(
                state, active -> onStepOf(active, stepId, alreadySo, changed));
    }

    /** The same of a step of the caller's own side; people of ours are asked for both. */
    static Decision onOwnStep(
            PartnershipState state,
            String stepId,
            DecisionContext context,
            Predicate<Step> alreadySo,
            Supplier<PartnershipEvent> changed) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts()
                                .evidence()
                                .steps()
                                .find(stepId)
                                .flatMap(step -> EitherSide.objection(step.side(), context))
                                .orElseGet(() -> onStepOf(active, stepId, alreadySo, changed)));
    }

    /** The same in every stage. */
    static Decision onStepOf(
            Registered partnership,
            String stepId,
            Predicate<Step> alreadySo,
            Supplier<PartnershipEvent> changed) {
        var step = partnership.facts().evidence().steps().find(stepId);
        if (step.isEmpty()) {
            return new Decision.Missing("step");
        }
        if (alreadySo.test(step.get())) {
            return Decision.nothingNew();
        }
        return step.get().isOpen()
                ? Decision.happened(changed.get())
                : new Decision.Illegal("The step is " + step.get().status());
    }
}
