package dev.headway.projections.log;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest position anybody in this process has heard of, and the place where readers at the head
 * wait for it to grow. Told by the appender about this node's events and by {@link
 * NotificationListener} about those of others.
 */
public final class HeadSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long head;

    /** Wakes the readers that wait for this position; one that is known already wakes nobody. */
    public void advanceTo(long position) {
        if (position <= head) {
            return;
        }
        lock.lock();
        try {
            head = Math.max(head, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        if (head > position) {
            return;
        }
        lock.lock();
        try {
            var nanos = atMost.toNanos();
            while (head <= position && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The newest position heard of, 0 before the first. */
    public long head() {
        return head;
    }
}
