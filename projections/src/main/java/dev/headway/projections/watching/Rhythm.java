package dev.headway.projections.watching;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often both sides meet. Nobody misses a meeting before the rhythm was agreed, or before the
 * launch from which it is watched.
 *
 * @param everyDays the cadence, 0 until one is agreed
 */
record Rhythm(int everyDays) {

    static final Rhythm NONE = new Rhythm(0);

    /** The next meeting that the rhythm asks for, or null without a rhythm. */
    @Nullable Mark nextMeeting(@Nullable Mark last) {
        return everyDays == 0 || last == null ? null : last.plus(Duration.ofDays(everyDays));
    }
}
