package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObjectiveCommand;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says where a key result stands. A number that is reported is no motion. */
public record MeasureKeyResult(
        String partnershipId,
        String objectiveId,
        String keyResultId,
        BigDecimal value,
        @Nullable String evidence,
        @Nullable Instant effectiveAt)
        implements ObjectiveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new KeyResultMeasured(
                        objectiveId, keyResultId, value, evidence, context.effectiveTime(this));
        return ObjectiveDecisions.onObjective(
                state,
                objectiveId,
                (active, objective) ->
                        objective.keyResult(keyResultId).isEmpty()
                                ? new Decision.Missing("key result")
                                : FactDecisions.unlessTold(
                                        active, this, Occurrence.of(event), event));
    }
}
