package dev.headway.projections.questions.nextsteps;

import dev.headway.projections.querying.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From when to when a step may be due, the end excluded; null leaves a side open. */
record DueWindow(@Nullable Instant from, @Nullable Instant to) {

    private static final Duration WEEK = Duration.ofDays(7);

    /** As parameter {@code due} asks for it. */
    static DueWindow of(QueryParameters query, Instant now) {
        return switch (query.oneOf("due", List.of("overdue", "week", "later"), "ever")) {
            case "overdue" -> new DueWindow(null, now);
            case "week" -> new DueWindow(now, now.plus(WEEK));
            case "later" -> new DueWindow(now.plus(WEEK), null);
            default -> new DueWindow(null, null);
        };
    }
}
