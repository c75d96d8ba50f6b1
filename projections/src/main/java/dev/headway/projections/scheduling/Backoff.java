package dev.headway.projections.scheduling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the n-th failure in a row: doubling, bounded, and never in step.
 *
 * @param first the longest wait after the first failure
 * @param longest the longest wait there is
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param failures how many failures in a row there were, from 1
     * @return between half of and the whole of {@code first}, twice, four times, … {@code longest}
     */
    public Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var half = (doubled.compareTo(longest) > 0 ? longest : doubled).dividedBy(2);
        return half.plusMillis(random.nextLong(half.toMillis() + 1));
    }
}
