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
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final JdbcClient database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition asked = lock.newCondition();
    private final Map<String, Integer> awaited = new HashMap<>();

    public Positions(JdbcClient database) {
        this.database = database;
    }

    /** The position that every one of these projections has reached; 0 before the first batch. */
    public long reachedBy(Collection<String> projections) {
        return database.sql(
                        """
                        select coalesce(min(coalesce(p.position, 0)), 0)
                        from   unnest(cast(:projections as text[])) as asked (projection)
                               left join projection_position p using (projection)
                        """)
                .param("projections", projections.toArray(String[]::new))
                .query(Long.class)
                .single();
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
        nowAwaited(projections, 1);
        try {
            while (reachedBy(projections) < position) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitAdvance(Math.min(left, LOOK_AGAIN_NANOS));
            }
            return true;
        } finally {
            nowAwaited(projections, -1);
        }
    }

    /** Ends at once when somebody in this process waits for the projection, or begins to. */
    void pauseUnlessAwaited(String projection, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            var nanos = atMost.toNanos();
            while (nanos > 0 && !awaited.containsKey(projection)) {
                nanos = asked.awaitNanos(nanos);
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

    /** How far a rebuild of a projection has come; empty when there is none. */
    public Optional<Long> rebuiltTo(String projection) {
        return database.sql(
                        """
                        select position
                        from   projection_position
                        where  projection = :rebuild
                        """)
                .param("rebuild", Rebuild.nameOf(projection))
                .query(Long.class)
                .optional();
    }

    /** Says how far something beside the projections has come; never goes back. */
    public void reach(String name, long position) {
        database.sql(
                        """
                        insert into projection_position as known (projection, position)
                        values (:name, :position)
                        on conflict (projection) do update
                        set    position = greatest(known.position, excluded.position)
                        """)
                .param("name", name)
                .param("position", position)
                .update();
        tellAdvanced();
    }

    /** Gives a projection its row, so that there is something to lock. */
    void register(String projection) {
        database.sql(
                        """
                        insert into projection_position (projection, position)
                        values (:projection, 0)
                        on conflict (projection) do nothing
                        """)
                .param("projection", projection)
                .update();
    }

    /**
     * Locks the projection's row until the transaction ends; empty when another node has it. What
     * follows is not waited for on disk: table and position are lost together or not at all, and
     * read again.
     */
    Optional<ClaimedPosition> claim(String projection) {
        return database.sql(
                        """
                        select position, generation, set_config('synchronous_commit', 'off', true)
                        from   projection_position
                        where  projection = :projection
                        for update skip locked
                        """)
                .param("projection", projection)
                .query((row, _) -> new ClaimedPosition(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Locks the projection's row until the transaction ends, however long another node has it. */
    ClaimedPosition claimPatiently(String projection) {
        return claimIfThere(projection).orElseThrow();
    }

    void store(String projection, long position) {
        database.sql(
                        """
                        update projection_position
                        set    position   = :position
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .param("position", position)
                .update();
    }

    /** Like {@link #claimPatiently}, empty when there is nothing of that name. */
    Optional<ClaimedPosition> claimIfThere(String projection) {
        var limit =
                database.sql("select current_setting('statement_timeout')")
                        .query(String.class)
                        .single();
        setLocal("lock_timeout", "0");
        setLocal("statement_timeout", "0");
        var claim =
                database.sql(
                                """
                                select position, generation
                                from   projection_position
                                where  projection = :projection
                                for update
                                """)
                        .param("projection", projection)
                        .query((row, _) -> new ClaimedPosition(row.getLong(1), row.getLong(2)))
                        .optional();
        setLocal("statement_timeout", limit);
        return claim;
    }

    /** Until the transaction ends. */
    private void setLocal(String setting, String value) {
        var unused =
                database.sql("select set_config(:setting, :value, true)")
                        .param("setting", setting)
                        .param("value", value)
                        .query(String.class)
                        .single();
    }

    /** Other tables answer from now on, and have read as far as this. */
    void exchanged(String projection, long position) {
        database.sql(
                        """
                        update projection_position
                        set    position   = :position,
                               generation = generation + 1
                        where  projection = :projection
                        """)
                .param("projection", projection)
                .param("position", position)
                .update();
    }

    void forget(String projection) {
        database.sql("delete from projection_position where projection = :projection")
                .param("projection", projection)
                .update();
    }

    /** Wakes whoever waits in this process; called after the commit. */
    void tellAdvanced() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void nowAwaited(Collection<String> projections, int more) {
        lock.lock();
        try {
            for (var projection : projections) {
                awaited.merge(projection, more, (a, b) -> a + b == 0 ? null : a + b);
            }
            asked.signalAll();
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
