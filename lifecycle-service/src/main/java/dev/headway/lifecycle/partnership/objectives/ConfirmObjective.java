package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.Side;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObjectiveCommand;
import dev.headway.partnership.state.Objectives.Objective;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side works for an objective, as it is worded now. The partner's word is recorded by one of
 * ours, who says whose it is.
 */
public record ConfirmObjective(
        String partnershipId,
        String objectiveId,
        Side side,
        @Personal String by,
        @Nullable Instant effectiveAt)
        implements ObjectiveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return ObjectiveDecisions.onObjective(
                state,
                objectiveId,
                (_, objective) ->
                        by.equals(objective.confirmedBy().get(side.name()))
                                ? Decision.nothingNew()
                                : Decision.happened(confirmed(objective, context)));
    }

    private ObjectiveConfirmed confirmed(Objective objective, DecisionContext context) {
        return new ObjectiveConfirmed(
                objectiveId,
                objective.title(),
                objective.keyResults(),
                side.name(),
                by,
                context.effectiveTime(this));
    }
}
