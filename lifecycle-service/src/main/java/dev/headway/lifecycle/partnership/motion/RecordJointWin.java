package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.Attribution;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MotionCommand;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records that a customer used the combined experience.
 *
 * @param attribution whose doing it was, or null where nobody says so
 * @param amount what it is worth, in {@code currency}; both null where nobody says so
 */
public record RecordJointWin(
        String partnershipId,
        String customer,
        String summary,
        String evidence,
        @Nullable Attribution attribution,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new JointWinRecorded(
                        customer,
                        summary,
                        evidence,
                        attribution == null ? null : attribution.name(),
                        amount,
                        currency,
                        context.effectiveTime(this));
        return FactDecisions.whileActive(
                state,
                active -> FactDecisions.unlessTold(active, this, Occurrence.of(event), event));
    }
}
