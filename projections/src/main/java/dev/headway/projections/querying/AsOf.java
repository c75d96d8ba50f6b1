package dev.headway.projections.querying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The past that is asked about.
 *
 * @param at null for the present
 * @param byEffectiveTime whether it is everything known now that had happened by then, and not what
 *     had been recorded by then
 */
public record AsOf(@Nullable Instant at, boolean byEffectiveTime) {

    /** Clocks of callers may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final String EFFECTIVE = "effective";

    /** As asked for by {@code asOf} and {@code asOfTime}. */
    public static AsOf of(QueryParameters query, Instant now) {
        var at = query.instant("asOf");
        var time = query.oneOf("asOfTime", List.of("recorded", EFFECTIVE), "recorded");
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            query.reject("asOf", "must not be in the future");
        }
        return new AsOf(at, time.equals(EFFECTIVE));
    }

    /** Whether what happened, and was recorded, at such times is of that past. */
    public boolean has(Instant effectiveAt, Instant recordedAt) {
        return at == null || !(byEffectiveTime ? effectiveAt : recordedAt).isAfter(at);
    }
}
