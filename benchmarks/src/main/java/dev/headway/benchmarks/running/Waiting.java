package dev.headway.benchmarks.running;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, never longer than asked, and never for a time alone. */
public final class Waiting {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

    private Waiting() {}

    /**
     * @param what it is, for the message when it does not come true
     * @throws IllegalStateException when {@code atMost} has passed before
     */
    public static void until(Duration atMost, String what, Callable<Boolean> isTrue) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!holds(isTrue)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited " + atMost + " in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** Whether it came true in time. */
    public static boolean did(Duration atMost, Callable<Boolean> isTrue) {
        try {
            until(atMost, "", isTrue);
            return true;
        } catch (IllegalStateException late) {
            return false;
        }
    }

    private static boolean holds(Callable<Boolean> isTrue) {
        try {
            return isTrue.call();
        } catch (Exception notYet) {
            return false;
        }
    }
}
