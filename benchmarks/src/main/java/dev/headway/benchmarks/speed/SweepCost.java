package dev.headway.benchmarks.speed;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A thousand watches fall due among many: the time the service itself says its sweeps took. */
final class SweepCost implements AutoCloseable {

    private static final int DUE = 1_000;

    private static final String PARTNERSHIPS =
            """
            insert into watched_partnership (partnership_id, position, name, stage, facts, anchors)
            select cast(md5('watched' || n) as uuid), 0, 'Partnership ' || n, 'PILOT', '{}', '{}'
            from   generate_series(1, ?) as n
            """;

    private static final String WATCHES =
            """
            insert into watch (partnership_id, rule, subject, about, severity, stage, anchor_event_id,
                               anchor_position, anchor_type, anchor_at, due_at, due_known_at,
                               next_check_at)
            select cast(md5('watched' || n) as uuid), 'ghost-town', '', '', 'CRITICAL', 'PILOT',
                   'motion ' || n, n, 'PilotStarted', now(), now() + interval '50 days', now(),
                   now() + interval '50 days' + n * interval '1 second'
            from   generate_series(1, ?) as n
            """;

    private static final String FALL_DUE =
            """
            update watch
            set    due_at = now() - interval '1 second', next_check_at = now() - interval '1 second'
            where  partnership_id in (select cast(md5('watched' || n) as uuid)::text
                                      from   generate_series(?, ?) as n)
            """;

    private final DurablePostgres postgres;
    private final String database;
    private final ServiceProcess node;
    private final int partnerships;

    SweepCost(DurablePostgres postgres, Path folder, int partnerships)
            throws IOException, SQLException {
        this.postgres = postgres;
        this.partnerships = partnerships;
        this.database = postgres.create("sweep_" + partnerships);
        this.node = HeadwayScript.run(folder.resolve(database), postgres.url(database));
        try (var connection = postgres.connect(database)) {
            update(connection, PARTNERSHIPS, partnerships);
            update(connection, WATCHES, partnerships);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
    }

    /** A round takes the next thousand. */
    void measure(Figures figures, int round) throws SQLException {
        try (var connection = postgres.connect(database)) {
            var before = node.metric("headway_sweep_seconds_sum");
            update(connection, FALL_DUE, round * DUE + 1, (round + 1) * DUE);
            await("a thousand alerts")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> alerts(connection) == (round + 1L) * DUE);
            var took = node.metric("headway_sweep_seconds_sum") - before;
            figures.add(figure(), "ms", took * 1000);
        }
    }

    /** What its figure is called. */
    String figure() {
        return "sweep, 1000 due of " + partnerships;
    }

    private static long alerts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from alert")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void update(Connection connection, String sql, int... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
