package dev.headway.projections.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often one caller may call.
 *
 * @param perSecond calls a second, and up to twice as many at once after a pause; 0 or nothing is
 *     as often as they like
 */
@ConfigurationProperties("headway.ratelimit")
record RateLimitProperties(@Nullable Integer perSecond) {

    private static final int MAX_PER_SECOND = 1_000_000;

    RateLimitProperties {
        if (perSecond != null && (perSecond < 0 || perSecond > MAX_PER_SECOND)) {
            throw new IllegalArgumentException(
                    "headway.ratelimit.per-second must be 0 to %d".formatted(MAX_PER_SECOND));
        }
    }

    boolean isOff() {
        return calls() == 0;
    }

    /** A second; 0 when it is off. */
    int calls() {
        return perSecond == null ? 0 : perSecond;
    }
}
