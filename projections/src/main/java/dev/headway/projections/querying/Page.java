package dev.headway.projections.querying;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param nextCursor where the next one begins, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts a page from a query that asked for one row more than the page holds.
     *
     * @param cursorAfter the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorAfter) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorAfter.apply(items.getLast()));
    }

    /** The same page, its items seen differently. */
    public <R> Page<R> map(Function<T, R> seen) {
        return new Page<>(items.stream().map(seen).toList(), nextCursor);
    }
}
