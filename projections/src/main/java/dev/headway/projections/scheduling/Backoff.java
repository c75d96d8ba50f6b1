package dev.headway.projections.scheduling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the n-th failure in a row: doubling, bounded, and never in step.
 *
 * @param initial the longest wait after the first failure
 * @param max the longest wait there is
 */
public record Backoff(Duration initial, Duration max, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * @param failures how many failures in a row there were, from 1
     * @return between half of and the whole of {@code initial}, twice, four times, … {@code max}
     */
    public Duration delay(int failures) {
        var doubled = initial.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        var half = (doubled.compareTo(max) > 0 ? max : doubled).dividedBy(2);
        return half.plusMillis(random.nextLong(half.toMillis() + 1));
    }
}
