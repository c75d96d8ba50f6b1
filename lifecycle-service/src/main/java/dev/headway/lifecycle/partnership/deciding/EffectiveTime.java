package dev.headway.lifecycle.partnership.deciding;

import java.time.Duration;
import java.time.Instant;

/** What may be given as the time when something happened. */
public final class EffectiveTime {

    /** How far ahead of our clock a caller's clock may be. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private EffectiveTime() {}

    public static boolean isFuture(Instant at, Instant now) {
        return at.isAfter(now.plus(TOLERANCE));
    }
}
