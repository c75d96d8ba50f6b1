package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.contracts.TouchpointKind;
import dev.headway.lifecycle.partnership.PartnershipCommand.MotionCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records that both sides met; this is motion. */
record RecordTouchpoint(
        String partnershipId,
        TouchpointKind kind,
        String summary,
        @Nullable String with,
        @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return Recording.whileActive(
                state,
                _ ->
                        Decision.happened(
                                new TouchpointRecorded(
                                        kind.name(), summary, with, moment.effective(this))));
    }
}
