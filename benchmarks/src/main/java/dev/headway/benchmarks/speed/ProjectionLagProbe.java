package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Latencies;
import dev.headway.benchmarks.harness.LoadClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * From an acknowledgement to the moment from which every projection shows what was acknowledged:
 * takes the newest answered write, looks every five milliseconds until all have read that far, and
 * takes the next. Begins when it is made.
 */
final class ProjectionLagProbe implements AutoCloseable, Callable<Latencies> {

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();
    private static final long REST_NANOS = Duration.ofMillis(10).toNanos();

    private final Connection connection;
    private final LoadClient client;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Latencies> looking;
    private volatile boolean over;

    @SuppressWarnings("ThisEscapedInObjectConstruction")
    ProjectionLagProbe(Connection connection, LoadClient client) {
        this.connection = connection;
        this.client = client;
        this.looking = thread.submit(this);
    }

    @Override
    public Latencies call() throws SQLException {
        var lags = new Latencies();
        try (var positions = new SlowestPosition(connection)) {
            var before = client.last();
            while (!over) {
                var wanted = client.last();
                if (wanted != null && wanted != before) {
                    before = wanted;
                    while (positions.slowest() < wanted.position() && !over) {
                        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                    }
                    lags.add(System.nanoTime() - wanted.nanos());
                }
                LockSupport.parkNanos(REST_NANOS);
            }
        }
        return lags;
    }

    Latencies stop() throws Exception {
        over = true;
        return looking.get();
    }

    @Override
    public void close() throws SQLException {
        over = true;
        thread.close();
        connection.close();
    }
}
