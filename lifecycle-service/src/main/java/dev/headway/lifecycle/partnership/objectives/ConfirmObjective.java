package dev.headway.lifecycle.partnership.objectives;

import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.Role;
import dev.headway.contracts.Side;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.EitherSide;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ObjectiveCommand;
import dev.headway.partnership.state.Objectives.Objective;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side works for an objective, as it is worded now. The partner's word is given by somebody of
 * theirs, or recorded by one of ours, who says whose it is.
 *
 * @param wording the sign of the words that were read, or null where nobody said
 */
public record ConfirmObjective(
        String partnershipId,
        String objectiveId,
        Side side,
        @Personal String by,
        @Nullable String wording,
        @Nullable Instant effectiveAt)
        implements ObjectiveCommand {

    /** Of whatever stands. */
    public ConfirmObjective(
            String partnershipId,
            String objectiveId,
            Side side,
            String by,
            @Nullable Instant effectiveAt) {
        this(partnershipId, objectiveId, side, by, null, effectiveAt);
    }

    @Override
    public Set<Role> permittedTo() {
        return EitherSide.MAY;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return EitherSide.objection(side.name(), context)
                .orElseGet(
                        () ->
                                ObjectiveDecisions.onObjective(
                                        state,
                                        objectiveId,
                                        (_, objective) -> on(objective, context)));
    }

    private Decision on(Objective objective, DecisionContext context) {
        return EitherSide.objectionTo(wording, objective.wording())
                .orElseGet(
                        () ->
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
