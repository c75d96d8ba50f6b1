package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.TouchpointKind;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MotionCommand;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that both sides met; this is motion. */
public record RecordTouchpoint(
        String partnershipId,
        TouchpointKind kind,
        String summary,
        @Personal @Nullable String with,
        @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new TouchpointRecorded(kind.name(), summary, with, context.effectiveTime(this));
        return FactDecisions.whileActive(
                state,
                active -> FactDecisions.unlessTold(active, this, Occurrence.of(event), event));
    }
}
