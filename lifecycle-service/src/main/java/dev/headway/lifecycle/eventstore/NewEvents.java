package dev.headway.lifecycle.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest position anybody in this process has heard of, and the place where readers at the head
 * wait for it to grow. Told by the appender about this node's events and by {@link EventListener}
 * about those of others.
 */
final class NewEvents {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long newest;

    void heardOf(long position) {
        if (position <= newest) {
            return;
        }
        lock.lock();
        try {
            newest = Math.max(newest, position);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        if (newest > position) {
            return;
        }
        lock.lock();
        try {
            var nanos = atMost.toNanos();
            while (newest <= position && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    long newest() {
        return newest;
    }
}
