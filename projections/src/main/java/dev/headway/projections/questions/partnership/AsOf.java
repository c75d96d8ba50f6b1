package dev.headway.projections.questions.partnership;

import dev.headway.projections.querying.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The past that is asked about.
 *
 * @param at null for the present
 * @param byEffectiveTime whether it is everything known now that had happened by then, and not what
 *     had been recorded by then
 */
record AsOf(@Nullable Instant at, boolean byEffectiveTime) {

    /** Clocks of callers may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final String EFFECTIVE = "effective";

    static AsOf of(QueryParameters query, Instant now) {
        var at = query.instant("asOf");
        var time = query.oneOf("asOfTime", List.of("recorded", EFFECTIVE), "recorded");
        if (at != null && at.isAfter(now.plus(AHEAD))) {
            query.reject("asOf", "must not be in the future");
        }
        return new AsOf(at, time.equals(EFFECTIVE));
    }

    /** A partnership as it was; empty before there was one. */
    Optional<KnownPartnership> find(String id, KnownPartnershipLoader lives) {
        return at == null
                ? lives.now(id)
                : byEffectiveTime ? lives.happenedBy(id, at) : lives.recordedBy(id, at);
    }
}
