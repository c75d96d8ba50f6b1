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
 * Readers that have much to catch up with stay within reach of each other, so that each page of the
 * log is read and decoded once for all of them. Nobody waits for one that is far behind, or stands
 * still.
 */
final class CatchUpBarrier {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Long> reached = new HashMap<>();
    private final long lead;
    private final long reach;
    private final Duration patience;

    /**
     * @param lead how many positions one may be ahead of another without waiting
     * @param reach how many positions behind a reader may be and still be waited for
     * @param patience how long one is waited for that does not move
     */
    CatchUpBarrier(long lead, long reach, Duration patience) {
        this.lead = lead;
        this.reach = reach;
        this.patience = patience;
    }

    /** Says that a reader has come so far; false when others close behind should come closer. */
    boolean mayGoOn(String reader, long position) {
        lock.lock();
        try {
            var before = reached.put(reader, position);
            if (before == null || before != position) {
                moved.signalAll(); // who only asks again wakes nobody
            }
            return !isAnybodyBehind(position);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says that a reader has come so far, and waits until those close behind have come closer.
     *
     * @param waitsNoLonger asked now and then: whether it is to wait no longer, whoever is behind
     */
    void travel(String reader, long position, BooleanSupplier waitsNoLonger)
            throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!mayGoOn(reader, position)) {
            if (waitsNoLonger.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() >= end) {
                leaveBehind(position);
                return;
            }
            awaitMove();
        }
    }

    private void awaitMove() throws InterruptedException {
        lock.lock();
        try {
            var unused = moved.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }

    private void leaveBehind(long position) {
        lock.lock();
        try {
            reached.values().removeIf(other -> isBehind(other, position));
        } finally {
            lock.unlock();
        }
    }

    /** Says that a reader has arrived at the head, or cannot go on. */
    void leave(String reader) {
        lock.lock();
        try {
            if (reached.remove(reader) != null) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for others. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(moved);
        } finally {
            lock.unlock();
        }
    }

    /** Who may be waited for. */
    Set<String> travelling() {
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
        return ahead > lead && ahead <= reach;
    }
}
