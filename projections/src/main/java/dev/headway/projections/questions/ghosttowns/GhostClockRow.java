package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code ghost_clock}: a clock, flat. */
record GhostClockRow(
        String partnershipId,
        String name,
        Stage stage,
        long version,
        @Nullable Instant lastMotionAt,
        @Nullable String lastMotionEvent,
        @Nullable String lastMotionEventId,
        @Nullable String lastMotionSummary) {

    static GhostClockRow of(GhostClock clock) {
        var motion = clock.lastMotion();
        return new GhostClockRow(
                clock.partnershipId(),
                clock.name(),
                clock.stage(),
                clock.version(),
                motion == null ? null : motion.at(),
                motion == null ? null : motion.event(),
                motion == null ? null : motion.eventId(),
                motion == null ? null : motion.summary());
    }
}
