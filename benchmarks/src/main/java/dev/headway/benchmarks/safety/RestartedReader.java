package dev.headway.benchmarks.safety;

import dev.headway.testing.DurablePostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Follows the log by position alone, in pages of random size, on a new connection now and then, and
 * keeps what it has seen: the promise is that nothing appears behind its back.
 */
final class RestartedReader implements Callable<Void>, AutoCloseable {

    private static final String PAGE =
            """
            select position, stream, version
            from   event
            where  position > ?
            order  by position
            limit  ?
            """;

    private final DurablePostgres postgres;
    private final String database;
    private final Random random = new Random(3);
    private final Map<String, Long> versions = new HashMap<>();
    private volatile boolean ending;
    private long position;
    private long seen;
    private long outOfOrder;
    private long restarts;

    RestartedReader(DurablePostgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    /** Nobody writes any more: it is over when there is nothing more to see. */
    void endAtHead() {
        ending = true;
    }

    @Override
    public Void call() throws SQLException {
        while (true) {
            restarts++;
            try (var connection = postgres.connect(database)) {
                for (int pages = 1 + random.nextInt(200); pages > 0; pages--) {
                    var last = ending;
                    if (read(connection) == 0) {
                        if (last) {
                            return null;
                        }
                        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(50)).toNanos());
                    }
                }
            }
        }
    }

    void tell(SafetyResult verdict) throws SQLException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from event")) {
            row.next();
            verdict.tells("events in the log", row.getLong(1));
            verdict.tells("starts of the reader", restarts);
            verdict.mustBeNought("events the reader has not seen, or twice", row.getLong(1) - seen);
            verdict.mustBeNought("events the reader saw out of order", outOfOrder);
        }
    }

    private int read(Connection connection) throws SQLException {
        try (var page = connection.prepareStatement(PAGE)) {
            page.setLong(1, position);
            page.setInt(2, 1 + random.nextInt(1_000));
            int read = 0;
            try (var row = page.executeQuery()) {
                while (row.next()) {
                    position = row.getLong(1);
                    see(row.getString(2), row.getLong(3));
                    read++;
                }
            }
            return read;
        }
    }

    private void see(String stream, long version) {
        seen++;
        var before = versions.put(stream, version);
        if (version != (before == null ? 1 : before + 1)) {
            outOfOrder++;
        }
    }

    @Override
    public void close() {
        ending = true;
    }
}
