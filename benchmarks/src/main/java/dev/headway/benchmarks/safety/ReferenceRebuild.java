package dev.headway.benchmarks.safety;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.TableHashes;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The same log in an empty database, read from its first event by a quiet node: what every
 * projection must look like, whatever happened while the live one was read.
 */
public final class ReferenceRebuild {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final DurablePostgres postgres;
    private final Path folder;
    private final List<String> options;
    private @Nullable String empty;

    /**
     * @param options of the quiet node, where the live one had some that matter
     */
    public ReferenceRebuild(DurablePostgres postgres, Path folder, List<String> options) {
        this.postgres = postgres;
        this.folder = folder;
        this.options = options;
    }

    ReferenceRebuild(DurablePostgres postgres, Path folder) {
        this(postgres, folder, List.of());
    }

    /** Who looks at what was rebuilt, while the quiet node still runs. */
    @FunctionalInterface
    public interface Look {

        /** The database is at the head of the log. */
        void at(Connection rebuilt) throws Exception;
    }

    /**
     * Waits until the live projections are at the head, then compares each with its rebuilt one.
     */
    void compare(String live, SafetyResult verdict) throws Exception {
        awaitHead(live);
        try (var connection = postgres.connect(live)) {
            of(
                    live,
                    rebuilt -> {
                        var tables = ProjectedTables.tables(rebuilt);
                        compare(connection, rebuilt, tables, verdict);
                    });
        }
    }

    /** Rebuilds everything from the log of this database, in another one that does not stay. */
    public void of(String log, Look look) throws Exception {
        postgres.drop(log + "_rebuilt"); // of one that failed
        var rebuilt = postgres.copy(empty(), log + "_rebuilt");
        copyLog(log, rebuilt);
        var node =
                HeadwayScript.run(
                        folder.resolve(rebuilt),
                        postgres.url(rebuilt),
                        options.toArray(String[]::new));
        try (node;
                var connection = postgres.connect(rebuilt)) {
            awaitHead(rebuilt);
            look.at(connection);
        }
        postgres.drop(rebuilt);
    }

    /**
     * Compares these tables, one by one; what the watch notes beside its events may take a moment
     * on either side.
     */
    public static void compare(
            Connection live, Connection rebuilt, List<String> tables, SafetyResult verdict)
            throws SQLException {
        verdict.tells("projection tables compared", tables.size());
        for (var table : tables) {
            var same = isSoonTheSame(live, rebuilt, table);
            if (!same) {
                System.out.printf(
                        "  %s: live %s, rebuilt %s%n",
                        table, hash(live, table), hash(rebuilt, table));
            }
            verdict.mustBeNought("differs from its rebuild: " + table, same ? 0 : 1);
        }
    }

    private static boolean isSoonTheSame(Connection live, Connection rebuilt, String table) {
        try {
            await().atMost(SOON).until(() -> hash(live, table).equals(hash(rebuilt, table)));
            return true;
        } catch (ConditionTimeoutException _) {
            return false;
        }
    }

    private static String hash(Connection connection, String table) throws SQLException {
        return TableHashes.of(connection, List.of(table)).getOrDefault(table, "");
    }

    /** A database with all tables and nothing in them. */
    private String empty() throws IOException, InterruptedException, SQLException {
        if (empty == null) {
            var name = postgres.create("nothing_yet_" + Integer.toHexString(hashCode()));
            var quiet = new ArrayList<>(options);
            quiet.add("-Dheadway.reading.auto-start=false");
            quiet.add("-Dheadway.watching.auto-start=false");
            HeadwayScript.run(
                            folder.resolve(name), postgres.url(name), quiet.toArray(String[]::new))
                    .close();
            empty = name;
        }
        return empty;
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

    /** The same of a database of the server's. */
    void awaitHead(String database) throws SQLException {
        try (var connection = postgres.connect(database)) {
            awaitHead(connection);
        }
    }

    /** Until every projection of this database has read all of its log. */
    public static void awaitHead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
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
