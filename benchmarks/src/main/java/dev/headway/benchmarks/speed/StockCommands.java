package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.stock.StockStore;
import dev.headway.testing.DurablePostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Commands a second of the stock engine, in the process that asks: without HTTP, tokens and
 * projections, so with less to do than {@link CommandsOverHttp}.
 */
final class StockCommands implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final StockStore store;

    StockCommands(DurablePostgres postgres) throws SQLException {
        this.store = new StockStore(postgres.url(postgres.create("stock")), CONNECTIONS);
    }

    double run(int writers, Duration length) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var end = System.nanoTime() + length.toNanos();
            var running = new ArrayList<Future<Long>>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(threads.submit(touching(writer, writers, end)));
            }
            long stored = 0;
            for (var each : running) {
                stored += each.get();
            }
            return stored / (length.toNanos() / 1e9);
        }
    }

    /** Each has partnerships of its own, so nobody loses a race. */
    private Callable<Long> touching(int writer, int writers, long end) {
        return () -> {
            long stored = 0;
            for (int n = writer; System.nanoTime() < end; n = (n + writers) % next(writers)) {
                store.touch("touched " + n);
                stored++;
            }
            return stored;
        };
    }

    /**
     * The largest multiple of the writers within the partnerships, so that each stays with its own.
     */
    private static int next(int writers) {
        return WorkloadSize.PARTNERSHIPS / writers * writers;
    }

    @Override
    public void close() {
        store.close();
    }
}
