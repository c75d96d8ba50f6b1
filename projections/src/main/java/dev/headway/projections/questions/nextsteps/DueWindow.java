package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.Moment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that are not over at the one moment, and over at the other; null leaves a side open. */
record DueWindow(@Nullable Moment from, @Nullable Moment to) {

    private static final Duration WEEK = Duration.ofDays(7);

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

    /** As conditions on {@code step s}. */
    void narrow(Conditions conditions) {
        if (from != null) {
            conditions
                    .and("s.due_on >= :from and not " + over(":from_today", ":from_now"))
                    .with("from", from.earliest())
                    .with("from_today", from.today())
                    .with("from_now", from.now());
        }
        if (to != null) {
            conditions
                    .and("s.due_on <= :to and " + over(":to_today", ":to_now"))
                    .with("to", to.latest())
                    .with("to_today", to.today())
                    .with("to_now", to.now());
        }
    }

    /** The condition that a step's day is over. */
    static String over(String today, String now) {
        return Moment.over("s.due_on", today, now);
    }
}
