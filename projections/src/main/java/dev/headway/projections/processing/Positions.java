package dev.headway.projections.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each projection has read, and waiting until it has read far enough. */
@Component
public class Positions {

    /** Another node may be the one that reads, and its progress is seen only by looking. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final ProjectionPositionTable table;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition waiterArrived = lock.newCondition();
    private final Map<String, Integer> awaited = new HashMap<>();

    public Positions(JdbcClient database) {
        this.table = new ProjectionPositionTable(database);
    }

    /** The position that every one of these projections has reached; 0 before the first batch. */
    public long reachedBy(Collection<String> projections) {
        return table.reachedBy(projections);
    }

    /** How far a rebuild of a projection has come; empty when there is none. */
    public Optional<Long> rebuiltTo(String projection) {
        return table.positionOf(Rebuild.nameOf(projection));
    }

    /** Says how far something beside the projections has come; never goes back. */
    public void advance(String name, long position) {
        table.advance(name, position);
        signalAdvanced();
    }

    /** A condition in SQL, for one statement: whether a projection has read as far as another. */
    public static String isAsFarAs(String projection, String other) {
        return ProjectionPositionTable.isAsFarAs(projection, other);
    }

    /** The rows themselves, for who moves them. */
    ProjectionPositionTable table() {
        return table;
    }

    /**
     * Waits until all of these projections have reached {@code position}.
     *
     * @return false when {@code atMost} has passed before
     */
    public boolean await(Collection<String> projections, long position, Duration atMost)
            throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        if (reachedBy(projections) >= position) {
            return true;
        }
        changeWaiters(projections, 1);
        try {
            while (reachedBy(projections) < position) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitAdvance(Math.min(left, POLL_NANOS));
            }
            return true;
        } finally {
            changeWaiters(projections, -1);
        }
    }

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

    /** Wakes whoever waits in this process; called after the commit. */
    void signalAdvanced() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void changeWaiters(Collection<String> projections, int more) {
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

    private void awaitAdvance(long nanos) throws InterruptedException {
        lock.lock();
        try {
            var unused = advanced.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }
}
