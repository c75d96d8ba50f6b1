package dev.headway.projections.processing;

import dev.headway.projections.rebuilds.Rebuilds;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each projection has read, and waiting until it has read far enough. */
@Component
public class Positions {

    /** Another node may be the one that reads, and its progress is seen only by looking. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final ProjectionPositionTable table;
    private final PositionClaims claims;
    private final Rebuilds rebuilds;
    private final Waiters waiters = new Waiters();

    public Positions(JdbcClient database) {
        this.table = new ProjectionPositionTable(database);
        this.claims = new PositionClaims(database);
        this.rebuilds = new Rebuilds(database);
    }

    /** The position that every one of these projections has reached; 0 before the first batch. */
    public long reachedBy(Collection<String> projections) {
        return table.reachedBy(projections);
    }

    /** Which projections are to be built anew, and how far that has come. */
    public Rebuilds rebuilds() {
        return rebuilds;
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
        waiters.add(projections);
        try {
            while (reachedBy(projections) < position) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                waiters.awaitAdvance(Math.min(left, POLL_NANOS));
            }
            return true;
        } finally {
            waiters.remove(projections);
        }
    }

    /** Locks on the rows, for who moves them. */
    PositionClaims claims() {
        return claims;
    }

    /** Who waits in this process. */
    Waiters waiters() {
        return waiters;
    }

    /** Wakes whoever waits in this process; called after the commit. */
    void signalAdvanced() {
        waiters.signalAdvanced();
    }
}
