package dev.headway.benchmarks.safety;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.testing.DurablePostgres;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/**
 * The same log in an empty database, read from its first event by a quiet node: what every
 * projection must look like, whatever happened while the live one was read.
 */
final class ReferenceRebuild {

    private final DurablePostgres postgres;
    private final Path folder;

    ReferenceRebuild(DurablePostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /**
     * Waits until the live projections are at the head, then compares each with its rebuilt one.
     */
    void compare(String live, SafetyResult verdict)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        awaitHead(live);
        var rebuilt = postgres.create(live + "_rebuilt");
        migrate(rebuilt);
        copyLog(live, rebuilt);
        try (var node = HeadwayScript.run(folder.resolve(rebuilt), postgres.url(rebuilt))) {
            awaitHead(rebuilt);
            verdict.tells("rebuilt by a node that used seconds of CPU", node.cpu().toSeconds());
        }
        try (var before = postgres.connect(live);
                var after = postgres.connect(rebuilt)) {
            var expected = ProjectionHashes.of(after);
            var found = ProjectionHashes.of(before);
            verdict.tells("projection tables compared", expected.size());
            for (var table : expected.entrySet()) {
                var same = table.getValue().equals(found.get(table.getKey()));
                if (!same) {
                    System.out.printf(
                            "  %s: live %s, rebuilt %s%n",
                            table.getKey(), found.get(table.getKey()), table.getValue());
                }
                verdict.mustBeNought("differs from its rebuild: " + table.getKey(), same ? 0 : 1);
            }
        }
        postgres.drop(rebuilt);
    }

    private void migrate(String database) throws IOException, InterruptedException {
        HeadwayScript.run(
                        folder.resolve(database),
                        postgres.url(database),
                        "-Dheadway.reading.auto-start=false",
                        "-Dheadway.watching.auto-start=false")
                .close();
    }

    private void copyLog(String from, String to)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var source = postgres.connect(from);
                var target = postgres.connect(to);
                var reading = new PipedInputStream(1 << 20);
                var thread = Executors.newSingleThreadExecutor()) {
            var copied =
                    thread.submit(
                            () -> {
                                try (var writing = new PipedOutputStream(reading)) {
                                    return source.unwrap(PGConnection.class)
                                            .getCopyAPI()
                                            .copyOut("copy event to stdout", writing);
                                }
                            });
            await("the copy")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> copied.isDone() || reading.available() > 0);
            target.unwrap(PGConnection.class).getCopyAPI().copyIn("copy event from stdin", reading);
            copied.get();
        }
    }

    void awaitHead(String database) throws SQLException {
        try (Connection connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            await("projections at the head")
                    .atMost(Duration.ofMinutes(30))
                    .until(
                            () -> {
                                try (var row =
                                        statement.executeQuery(
                                                """
                                        select (select coalesce(min(position), 0) from projection_position
                                                where projection <> 'alerts')
                                               >= (select coalesce(max(position), 0) from event)
                                        """)) {
                                    row.next();
                                    return row.getBoolean(1);
                                }
                            });
        }
    }
}
