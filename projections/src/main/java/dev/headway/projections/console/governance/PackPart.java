package dev.headway.projections.console.governance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the quarterly pack, as a table.
 *
 * @param note what it tells, in a sentence
 * @param none what is said where there is nothing of it
 * @param count how many there are, of which the first stand in the lines
 * @param head what stands beside the partnership and the day
 */
record PackPart(
        String id,
        String title,
        String note,
        String none,
        int count,
        List<String> head,
        List<Line> lines) {

    /**
     * What it is about, when, and what else is told of it.
     *
     * @param address where that is found, or empty
     */
    record Line(String name, String address, @Nullable Instant at, List<String> values) {}

    /** How many are not told one by one. */
    public int more() {
        return count - lines.size();
    }
}
