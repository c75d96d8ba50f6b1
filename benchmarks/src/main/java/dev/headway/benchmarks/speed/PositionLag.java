package dev.headway.benchmarks.speed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** How many positions a mirror is behind its store, looked at every 20 ms from when it is made. */
final class PositionLag implements AutoCloseable, Callable<List<Long>> {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    private final Connection store;
    private final Connection mirror;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<Long>> looking;
    private volatile boolean over;

    @SuppressWarnings("ThisEscapedInObjectConstruction")
    PositionLag(Connection store, Connection mirror) {
        this.store = store;
        this.mirror = mirror;
        this.looking = thread.submit(this);
    }

    @Override
    public List<Long> call() throws SQLException {
        var lags = new ArrayList<Long>();
        while (!over) {
            // the mirror first, so that what is stored between the two looks counts
            var read = SplitSpeed.number(mirror, "select mirror_head()");
            var head = SplitSpeed.number(store, "select coalesce(max(position), 0) from event");
            lags.add(head - read);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        Collections.sort(lags);
        return lags;
    }

    /** Stops looking. */
    long percentile(double part) throws Exception {
        over = true;
        var lags = looking.get();
        return lags.get((int) Math.min(lags.size() - 1L, Math.round(lags.size() * part)));
    }

    @Override
    public void close() throws SQLException {
        over = true;
        thread.close();
        store.close();
        mirror.close();
    }
}
