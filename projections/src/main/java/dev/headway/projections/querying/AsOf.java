package dev.headway.projections.querying;

import dev.headway.contracts.written.DueDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The past that is asked about.
 *
 * @param at null for the present
 * @param byEffectiveTime whether it is everything known now that had happened by then, and not what
 *     had been recorded by then
 * @param zone where the day of what happened on a day begins
 */
public record AsOf(@Nullable Instant at, boolean byEffectiveTime, ZoneId zone) {

    /** Clocks of callers may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    /** No zone's days begin more than that before those of UTC. */
    private static final Duration EARLIEST = Duration.ofHours(18);

    private static final String EFFECTIVE = "effective";

    /** As asked for by {@code asOf} and {@code asOfTime}. */
    public static AsOf of(QueryParameters query, Instant now, ZoneId zone) {
        var at = query.instant("asOf");
        var time = query.oneOf("asOfTime", List.of("recorded", EFFECTIVE), "recorded");
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            query.reject("asOf", "must not be in the future");
        }
        return new AsOf(at, time.equals(EFFECTIVE), zone);
    }

    /**
     * Whether what happened, and was recorded, at such times is of that past. What happened on a
     * day, of which nobody knows the hour, did so from when that day begins where people work: of
     * the day before it is none of what had happened, wherever that is.
     */
    public boolean has(Instant effectiveAt, Instant recordedAt) {
        return at == null
                || !(byEffectiveTime ? DueDay.beginsAt(effectiveAt, zone) : recordedAt).isAfter(at);
    }

    /**
     * The last time, as it is stored, that anything of that past can have; null for the present.
     */
    public @Nullable Instant latest() {
        return at == null || !byEffectiveTime ? at : at.plus(EARLIEST);
    }
}
