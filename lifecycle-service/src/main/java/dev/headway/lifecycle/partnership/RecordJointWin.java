package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.lifecycle.partnership.PartnershipCommand.MotionCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that a customer used the combined experience. */
record RecordJointWin(
        String partnershipId,
        String customer,
        String summary,
        String evidence,
        @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                _ ->
                        Decision.happened(
                                new JointWinRecorded(
                                        customer, summary, evidence, moment.effective(this))));
    }
}
