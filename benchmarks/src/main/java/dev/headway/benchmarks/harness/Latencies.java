package dev.headway.benchmarks.harness;

import org.HdrHistogram.Histogram;

/** How long each of many took; used by one thread. */
public final class Latencies {

    /** True to one part in a thousand; what is kept does not grow with how many there are. */
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);

    /**
     * @param took nanoseconds
     */
    public void add(long took) {
        nanos.recordValue(Math.max(0, took));
    }

    /**
     * @param share from 0 to 1, as 0.99
     * @return milliseconds; NaN when there is nothing
     */
    public double percentile(double share) {
        return nanos.getTotalCount() == 0
                ? Double.NaN
                : nanos.getValueAtPercentile(share * 100) / 1e6;
    }
}
