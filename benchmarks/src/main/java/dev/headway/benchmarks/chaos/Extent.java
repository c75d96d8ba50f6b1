package dev.headway.benchmarks.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How long somebody stands still, and how often something is done.
 *
 * @param still of a publisher that wakes up
 * @param commands between two troubles
 * @param times how often what happens often happens
 */
record Extent(Duration still, int commands, int times) {

    static final Extent FULL = new Extent(Duration.ofSeconds(30), 500, 10);
    static final Extent SHORT = new Extent(Duration.ofSeconds(8), 100, 3);

    void standStill() {
        pause(still);
    }

    static void pause(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
