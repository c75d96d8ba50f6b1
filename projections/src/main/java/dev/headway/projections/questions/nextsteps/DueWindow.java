package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.querying.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that are not over at the one moment, and over at the other; null leaves a side open. */
record DueWindow(@Nullable Moment from, @Nullable Moment to) {

    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * When it is asked what is over: of what is due on a day, the days before today are; of what is
     * due at an instant, all up to now.
     *
     * @param today as a day is stored, midnight UTC
     */
    record Moment(Instant today, Instant now) {

        static Moment of(Instant now, ZoneId zone) {
            var today = now.atZone(zone).toLocalDate();
            return new Moment(today.atStartOfDay(ZoneOffset.UTC).toInstant(), now);
        }

        /** Before which everything is over, whether it is due on a day or at an instant. */
        Instant earliest() {
            return today.isBefore(now) ? today : now;
        }

        /** After which nothing is over. */
        Instant latest() {
            return today.isBefore(now) ? now : today;
        }

        private Moment plus(Duration time) {
            return new Moment(today.plus(time), now.plus(time));
        }
    }

    /** As parameter {@code due} asks for it; the week is today and the six days after it. */
    static DueWindow of(QueryParameters query, Moment now) {
        var inAWeek = now.plus(WEEK);
        return switch (query.oneOf("due", List.of("overdue", "week", "later"), "ever")) {
            case "overdue" -> new DueWindow(null, now);
            case "week" -> new DueWindow(now, inAWeek);
            case "later" -> new DueWindow(inAWeek, null);
            default -> new DueWindow(null, null);
        };
    }
}
