package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Latencies;
import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.ServiceProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Partnerships with ten thousand events that nobody asked about before. Each is met once, by one
 * caller: what is remembered does not count.
 */
final class LongLives {

    private static final int LIVES = 32;
    private static final int EVENTS = 10_000;
    private static final int A_ROUND = 8;
    private static final String SALT = "long";

    private final ServiceProcess node;
    private final List<String> unmet;

    LongLives(ServiceProcess node, List<String> ids) {
        this.node = node;
        this.unmet = new ArrayList<>(ids);
    }

    static void seed(Connection connection) throws SQLException {
        LogSeeder.lives(connection, SALT, LIVES, EVENTS);
    }

    static List<String> ids(Connection connection) throws SQLException {
        var ids = new ArrayList<String>();
        for (int n = 1; n <= LIVES; n++) {
            ids.add(LogSeeder.id(connection, SALT, n));
        }
        return ids;
    }

    void measure(Figures figures) {
        var met = unmet.subList(0, Math.min(A_ROUND, unmet.size()));
        var viewer = node.as(Role.VIEWER);
        var manager = node.as(Role.MANAGER);
        first(figures, "question", met, id -> ask(viewer, id, ""));
        first(figures, "gate", met, id -> ask(viewer, id, "/gate"));
        first(figures, "history", met, id -> ask(viewer, id, "/history"));
        first(
                figures,
                "command",
                met,
                id ->
                        manager.post(
                                        "/api/v1/partnerships/" + id + "/touchpoints",
                                        """
                                        {"kind": "MESSAGE", "summary": "One more"}""")
                                .status());
        met.clear();
    }

    private static int ask(Caller caller, String id, String what) {
        return caller.get("/api/v1/partnerships/" + id + what).status();
    }

    private static void first(
            Figures figures, String what, List<String> lives, ToIntFunction<String> call) {
        var latencies = new Latencies();
        for (var id : lives) {
            var begun = System.nanoTime();
            var status = call.applyAsInt(id);
            latencies.add(System.nanoTime() - begun);
            if (status / 100 != 2) {
                throw new IllegalStateException("A long life was answered with " + status);
            }
        }
        figures.add("first " + what + ", 10000 events, p50", "ms", latencies.percentile(0.5));
        figures.add("first " + what + ", 10000 events, slowest", "ms", latencies.percentile(1));
    }
}
