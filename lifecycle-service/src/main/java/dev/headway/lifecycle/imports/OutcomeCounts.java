package dev.headway.lifecycle.imports;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many rows have had each outcome so far, while many are on their way. */
final class OutcomeCounts {

    private final AtomicIntegerArray counts = new AtomicIntegerArray(RowOutcome.values().length);

    RowResult count(RowResult result) {
        counts.incrementAndGet(result.outcome().ordinal());
        return result;
    }

    int of(RowOutcome outcome) {
        return counts.get(outcome.ordinal());
    }
}
