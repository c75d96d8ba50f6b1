package dev.headway.projections.questions.scorecards;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something with a day: kept by then, kept later, or open.
 *
 * @param over the first instant at which its day is over
 * @param keptAt when it was kept, or null while it is open
 */
record Promise(Measure measure, Instant over, @Nullable Instant keptAt, List<String> events) {

    /** Nothing is said of what is open and not late. */
    Stream<Observation> at(Instant now) {
        if (keptAt != null) {
            return Stream.of(Observation.judged(measure, keptAt, keptAt.isBefore(over), events));
        }
        return now.isBefore(over)
                ? Stream.empty()
                : Stream.of(Observation.judged(measure, over, false, events));
    }
}
