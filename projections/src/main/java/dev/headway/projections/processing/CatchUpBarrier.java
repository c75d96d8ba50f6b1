package dev.headway.projections.processing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Processors that have much to catch up with stay within a window of each other, so that each page
 * of the log is read and decoded once for all of them. Nobody waits for one that is far behind, or
 * stands still.
 */
final class CatchUpBarrier {

    private static final long POLL_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Map<String, Long> reached = new HashMap<>();
    private final long maxAhead;
    private final long window;
    private final Duration timeout;

    /**
     * @param maxAhead how many positions one may be ahead of another without waiting
     * @param window how many positions behind a processor may be and still be waited for
     * @param timeout how long one is waited for that does not move
     */
    CatchUpBarrier(long maxAhead, long window, Duration timeout) {
        this.maxAhead = maxAhead;
        this.window = window;
        this.timeout = timeout;
    }

    /** Says that a processor has come so far; false when others close behind should come closer. */
    boolean mayProceed(String processor, long position) {
        lock.lock();
        try {
            var before = reached.put(processor, position);
            if (before == null || before != position) {
                advanced.signalAll(); // who only asks again wakes nobody
            }
            return !isAnybodyBehind(position);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says that a processor has come so far, and waits until those close behind have come closer.
     *
     * @param giveUp asked now and then: whether it is to wait no longer, whoever is behind
     */
    void await(String processor, long position, BooleanSupplier giveUp)
            throws InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        while (!mayProceed(processor, position)) {
            if (giveUp.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() >= end) {
                ignoreLaggards(position);
                return;
            }
            awaitAdvance();
        }
    }

    private void awaitAdvance() throws InterruptedException {
        lock.lock();
        try {
            var unused = advanced.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }

    private void ignoreLaggards(long position) {
        lock.lock();
        try {
            reached.values().removeIf(other -> isBehind(other, position));
        } finally {
            lock.unlock();
        }
    }

    /** Says that a processor has arrived at the head, or cannot go on. */
    void leave(String processor) {
        lock.lock();
        try {
            if (reached.remove(processor) != null) {
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for others. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(advanced);
        } finally {
            lock.unlock();
        }
    }

    /** Who may be waited for. */
    Set<String> participants() {
        lock.lock();
        try {
            return Set.copyOf(reached.keySet());
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnybodyBehind(long position) {
        return reached.values().stream().anyMatch(other -> isBehind(other, position));
    }

    private boolean isBehind(long other, long position) {
        var ahead = position - other;
        return ahead > maxAhead && ahead <= window;
    }
}
