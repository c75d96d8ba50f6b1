package dev.headway.projections.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who waits in this process for which projections, so that their processors hurry. */
final class Waiters {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition waiterArrived = lock.newCondition();
    private final Map<String, Integer> awaited = new HashMap<>();

    /** Ends at once when somebody in this process waits for the projection, or begins to. */
    void pauseUnlessAwaited(String projection, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var nanos = atMost.toNanos();
            while (nanos > 0 && !awaited.containsKey(projection)) {
                nanos = waiterArrived.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody in this process waits for the projection. */
    boolean isAwaited(String projection) {
        lock.lock();
        try {
            return awaited.containsKey(projection);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits. */
    void signalAdvanced() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void add(Collection<String> projections) {
        change(projections, 1);
    }

    void remove(Collection<String> projections) {
        change(projections, -1);
    }

    private void change(Collection<String> projections, int more) {
        lock.lock();
        try {
            for (var projection : projections) {
                awaited.merge(projection, more, (a, b) -> a + b == 0 ? null : a + b);
            }
            waiterArrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until any projection has advanced on this node, or so long. */
    void awaitAdvance(long nanos) throws InterruptedException {
        lock.lock();
        try {
            var unused = advanced.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }
}
