package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObjectiveCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Nobody works for it any more, for a reason. */
public record DropObjective(
        String partnershipId, String objectiveId, String reason, @Nullable Instant effectiveAt)
        implements ObjectiveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
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
                                                        ? Decision.nothingNew()
                                                        : Decision.happened(dropped(context)))
                                .orElseGet(() -> new Decision.Missing("objective")));
    }

    private ObjectiveDropped dropped(DecisionContext context) {
        return new ObjectiveDropped(objectiveId, reason, context.effectiveTime(this));
    }
}
