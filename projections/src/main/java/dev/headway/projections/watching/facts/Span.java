package dev.headway.projections.watching.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A time during which something holds.
 *
 * @param until the first instant at which it no longer does, or null for without end
 */
public record Span(Instant from, @Nullable Instant until) {

    public boolean has(Instant at) {
        return !at.isBefore(from) && isOpenAt(at);
    }

    /** Whether it is not over yet, begun or not. */
    public boolean isOpenAt(Instant at) {
        return until == null || at.isBefore(until);
    }

    /**
     * The times from {@code now} on at which something is so.
     *
     * @param turns the instants after now at which it may change, in order
     */
    public static List<Span> where(Instant now, List<Instant> turns, Predicate<Instant> isSo) {
        var spans = new ArrayList<Span>();
        var since = isSo.test(now) ? now : null;
        for (var turn : turns) {
            var so = isSo.test(turn);
            if (since == null && so) {
                since = turn;
            } else if (since != null && !so) {
                spans.add(new Span(since, turn));
                since = null;
            }
        }
        if (since != null) {
            spans.add(new Span(since, null));
        }
        return spans;
    }
}
