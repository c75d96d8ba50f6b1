package dev.headway.projections.changes;

import dev.headway.projections.changes.Change.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one listener has not been told yet. A thing that changes again before is told once, at its
 * newest position. A listener who is so slow that more things wait than fit is told to ask anew for
 * everything, and costs no more memory than that.
 */
public final class ChangeQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int capacity;
    private final SequencedMap<Thing, Change> waiting = new LinkedHashMap<>();
    private long position;
    private boolean overflown;
    private boolean ended;

    ChangeQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * What there is to tell.
     *
     * @param isTooMuch whether things changed that are not listed
     * @param position up to which everything is told by this
     */
    public record Waiting(List<Change> changes, boolean isTooMuch, long position) {

        public boolean isEmpty() {
            return changes.isEmpty() && !isTooMuch;
        }
    }

    /** Takes what belongs together; nobody is told of a part of it. */
    void add(Collection<Change> changes, long upTo) {
        lock.lock();
        try {
            position = upTo;
            for (var change : changes) {
                waiting.remove(change.thing());
                waiting.put(change.thing(), change);
            }
            if (waiting.size() > capacity) {
                overflown = true;
            }
            if (overflown) {
                waiting.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All that waits, as soon as anything does; nothing after so long, or when it has ended. */
    public Waiting take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var nanos = atMost.toNanos();
            while (waiting.isEmpty() && !overflown && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            var taken = new Waiting(new ArrayList<>(waiting.values()), overflown, position);
            waiting.clear();
            overflown = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come: whoever listens is to go, and may come back. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
