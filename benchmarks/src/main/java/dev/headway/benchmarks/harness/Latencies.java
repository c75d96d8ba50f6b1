package dev.headway.benchmarks.harness;

import java.util.Arrays;

/** How long each of many took, in nanoseconds; grows as needed and is used by one thread. */
public final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int size;

    public void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
    }

    public int size() {
        return size;
    }

    /**
     * @param share from 0 to 1, as 0.99
     * @return milliseconds; NaN when there is nothing
     */
    public double percentile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, Math.round(share * (size - 1)))] / 1e6;
    }
}
