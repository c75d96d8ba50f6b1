package dev.headway.projections.console.governance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the quarterly pack, as a table.
 *
 * @param note what it tells, in a sentence
 * @param none what is said where there is nothing of it
 * @param counted how many there are, in words
 * @param more how many of them are not told one by one
 * @param head what stands beside the partnership and the day
 */
record PackPart(
        String id,
        String title,
        String note,
        String none,
        String counted,
        int more,
        List<String> head,
        List<Line> lines) {

    /**
     * What it is about, when, and what else is told of it.
     *
     * @param address where that is found, or empty
     * @param at when it happened
     * @param recorded when it was recorded; null where that is another question
     * @param imported whether it came in with a file
     */
    record Line(
            String name,
            String address,
            @Nullable Instant at,
            @Nullable Instant recorded,
            boolean imported,
            List<String> values) {}

    /** Whether its lines have two times. */
    public boolean hasTwoTimes() {
        return lines.stream().anyMatch(line -> line.recorded() != null);
    }
}
