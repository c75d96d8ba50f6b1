package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MotionCommand;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that a customer used the combined experience. */
public record RecordJointWin(
        String partnershipId,
        String customer,
        String summary,
        String evidence,
        @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new JointWinRecorded(customer, summary, evidence, context.effectiveTime(this));
        return FactDecisions.whileActive(
                state,
                active -> FactDecisions.unlessTold(active, this, Occurrence.of(event), event));
    }
}
