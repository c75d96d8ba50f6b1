package dev.headway.projections.watching.facts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often both sides meet. Nobody misses a meeting before the rhythm was agreed, or before the
 * launch from which it is watched.
 *
 * @param everyDays the cadence, 0 until one is agreed
 */
public record Rhythm(int everyDays) {

    public static final Rhythm NONE = new Rhythm(0);

    /** The next meeting that the rhythm asks for, or null without a rhythm. */
    @Nullable
    public Anchor nextMeeting(@Nullable Anchor last) {
        return everyDays == 0 || last == null ? null : last.plus(Duration.ofDays(everyDays));
    }
}
