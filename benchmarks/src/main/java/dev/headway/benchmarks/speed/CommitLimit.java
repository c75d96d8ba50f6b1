package dev.headway.benchmarks.speed;

import dev.headway.testing.DurablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * L(c), what no event store can go beyond without sharing commits: durable commits a second of one
 * INSERT each, with c clients and no application.
 */
final class CommitLimit {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String PAYLOAD = "x".repeat(330);

    private static final String TABLE =
            """
            create table commit_limit (
                position bigserial primary key,
                stream   text   not null,
                sequence bigint not null,
                payload  text   not null,
                unique (stream, sequence)
            )
            """;

    private static final String INSERT =
            "insert into commit_limit (stream, sequence, payload) values (?, ?, ?)";

    private static final String SCRIPT =
            """
            \\set stream random(1, 2000)
            \\set sequence random(1, 9000000000000000000)
            insert into commit_limit (stream, sequence, payload) values ('p' || :stream, :sequence, '%s');
            """
                    .formatted(PAYLOAD);

    private final DurablePostgres postgres;
    private final String database;
    private final Path script;

    CommitLimit(DurablePostgres postgres, Path folder) throws SQLException, IOException {
        this.postgres = postgres;
        this.database = postgres.create("commit_limit");
        this.script = Files.writeString(folder.resolve("commit-limit.sql"), SCRIPT);
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** By {@code pgbench -M prepared}; empty where that is not installed. */
    OptionalDouble byPgbench(int clients, Duration length) throws InterruptedException {
        var command =
                new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        String.valueOf(Math.min(clients, 2)),
                        "-T",
                        String.valueOf(length.toSeconds()),
                        "-f",
                        script.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(postgres.port()),
                        "-U",
                        "postgres",
                        database);
        try {
            var process = command.redirectErrorStream(true).start();
            var printed = new String(process.getInputStream().readAllBytes());
            process.waitFor(1, TimeUnit.MINUTES);
            var tps = TPS.matcher(printed);
            if (!tps.find()) {
                throw new IllegalStateException("pgbench said: " + printed);
            }
            return OptionalDouble.of(Double.parseDouble(tps.group(1)));
        } catch (IOException notInstalled) {
            return OptionalDouble.empty();
        }
    }

    /** By a loop over JDBC, prepared and auto-committed, on one thread and connection a client. */
    double byJdbc(int clients, Duration length) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var end = System.nanoTime() + length.toNanos();
            var running = new ArrayList<Future<Long>>();
            for (int client = 0; client < clients; client++) {
                var stream = "j" + client + "/" + end;
                running.add(threads.submit(() -> insertUntil(end, stream)));
            }
            long inserted = 0;
            for (var each : running) {
                inserted += each.get();
            }
            return inserted / (length.toNanos() / 1e9);
        }
    }

    private long insertUntil(long end, String stream) throws SQLException {
        try (var connection = postgres.connect(database);
                var insert = connection.prepareStatement(INSERT)) {
            long inserted = 0;
            while (System.nanoTime() < end) {
                insert.setString(1, stream);
                insert.setLong(2, ++inserted);
                insert.setString(3, PAYLOAD);
                insert.executeUpdate();
            }
            return inserted;
        }
    }
}
