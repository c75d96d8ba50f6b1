package dev.headway.projections.reading;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th failure in a row: doubling, bounded, and never in step. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final int DOUBLINGS = 6;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param failures how many failures in a row there were, from 1
     * @return between half of and the whole of 100 ms, 200 ms, … 6.4 s
     */
    Duration after(int failures) {
        var longest = FIRST_MILLIS << Math.min(failures - 1, DOUBLINGS);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
