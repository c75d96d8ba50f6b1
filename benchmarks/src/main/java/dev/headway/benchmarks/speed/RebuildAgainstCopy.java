package dev.headway.benchmarks.speed;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.Machine;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/**
 * Every projection from the first event on, in events a second, beside the rows a second that
 * {@code COPY … TO STDOUT} gives of the same table: what reading costs at least.
 */
final class RebuildAgainstCopy {

    private static final String SOURCE = "rebuild_source";
    private static final int EVENTS_EACH = 100;

    private final DurablePostgres postgres;
    private final Path folder;
    private final int events;

    RebuildAgainstCopy(DurablePostgres postgres, Path folder, int events)
            throws IOException, SQLException, InterruptedException {
        this.postgres = postgres;
        this.folder = folder;
        this.events = events;
        var url = postgres.url(postgres.create(SOURCE));
        HeadwayScript.run(folder.resolve(SOURCE), url, "-Dheadway.reading.auto-start=false")
                .close();
        try (var connection = postgres.connect(SOURCE)) {
            LogSeeder.lives(connection, SOURCE, events / EVENTS_EACH, EVENTS_EACH);
        }
    }

    void measure(Figures figures, int round)
            throws IOException, SQLException, InterruptedException {
        Machine.awaitIdle();
        figures.add("copy rows", "1/s", events / copy());
        var database = "rebuild_" + round;
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + database + " template " + SOURCE);
        }
        Machine.awaitIdle();
        figures.add("rebuild events", "1/s", events / rebuild(database));
        postgres.drop(database);
    }

    private double copy() throws SQLException, IOException {
        try (var connection = postgres.connect(SOURCE)) {
            var begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy event to stdout", OutputStream.nullOutputStream());
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    /** From the first batch on: starting the service is another figure. */
    private double rebuild(String database) throws IOException, SQLException, InterruptedException {
        try (var starter = new Starter(database);
                var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            await("the first batch")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> furthest(connection) > 0);
            var begun = System.nanoTime();
            positions.awaitHead(Duration.ofMinutes(30));
            starter.requireStarted();
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static long furthest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from projection_position")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Starts a node beside, since projections begin to read before it says that it is ready. */
    private final class Starter implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<ServiceProcess> node;

        Starter(String database) {
            node =
                    thread.submit(
                            () ->
                                    HeadwayScript.run(
                                            folder.resolve(database), postgres.url(database)));
        }

        void requireStarted() {
            try {
                var unused = node.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws InterruptedException {
            try {
                node.get().close();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                thread.shutdownNow();
            }
        }
    }
}
