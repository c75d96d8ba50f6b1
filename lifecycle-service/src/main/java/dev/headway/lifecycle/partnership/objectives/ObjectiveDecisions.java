package dev.headway.lifecycle.partnership.objectives;

import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.partnership.state.Objectives.Objective;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.util.function.BiFunction;

/** What is recorded about an objective that was shared. */
final class ObjectiveDecisions {

    private static final String DROPPED =
            "The objective was dropped; withdraw that, or share another one";

    private ObjectiveDecisions() {}

    /** Of an active partnership, about one that nobody has dropped. */
    static Decision onObjective(
            PartnershipState state,
            String objectiveId,
            BiFunction<Registered, Objective, Decision> decide) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.facts()
                                .evidence()
                                .objectives()
                                .find(objectiveId)
                                .map(
                                        objective ->
                                                objective.dropped()
                                                        ? new Decision.Illegal(DROPPED)
                                                        : decide.apply(active, objective))
                                .orElseGet(() -> new Decision.Missing("objective")));
    }
}
