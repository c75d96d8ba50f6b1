package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.LoadClient;
import dev.headway.benchmarks.harness.Machine;
import dev.headway.benchmarks.harness.Request;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a long life costs: the gate of a partnership is asked of the store each time, whatever is
 * remembered, so it shows the load alone; a command on a remembered partnership shows the rest.
 */
final class AggregateLoad implements AutoCloseable {

    private static final List<Integer> EVENTS = List.of(10, 1_000, 10_000);
    private static final int PARTNERSHIPS = 10;
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final DurablePostgres postgres;
    private final ServiceProcess node;
    private final String token;

    AggregateLoad(DurablePostgres postgres, Path folder) throws IOException, SQLException {
        this.postgres = postgres;
        var database = postgres.create("load_of_one");
        this.node = HeadwayScript.run(folder.resolve(database), postgres.url(database));
        this.token = node.token(Role.MANAGER);
        try (var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            for (int events : EVENTS) {
                LogSeeder.lives(connection, salt(events), PARTNERSHIPS, events);
            }
            positions.awaitHead(Duration.ofMinutes(10));
        }
    }

    void measure(Figures figures, Duration length) throws IOException, SQLException {
        for (int events : EVENTS) {
            // the first command on each loads it all, and leaves a snapshot
            figures.add(
                    "command, warm, " + events + " events",
                    "ms",
                    run(commands(events), length).latencies().percentile(0.5));
        }
        for (int events : EVENTS) {
            Machine.awaitIdle();
            figures.add(
                    "load, " + events + " events",
                    "ms",
                    run(gates(events), length).latencies().percentile(0.5));
        }
    }

    private LoadClient.Run run(List<byte[]> requests, Duration length) throws IOException {
        return new LoadClient(node.address(), requests).run(1, SETTLE, length);
    }

    private List<byte[]> commands(int events) throws SQLException {
        var requests = new ArrayList<byte[]>();
        for (var id : ids(events)) {
            requests.add(
                    Request.post(
                            "/api/v1/partnerships/" + id + "/touchpoints",
                            token,
                            "{\"kind\":\"MESSAGE\",\"summary\":\"One more\"}",
                            ""));
        }
        return requests;
    }

    private List<byte[]> gates(int events) throws SQLException {
        var requests = new ArrayList<byte[]>();
        for (var id : ids(events)) {
            requests.add(Request.get("/api/v1/partnerships/" + id + "/gate", token));
        }
        return requests;
    }

    private List<String> ids(int events) throws SQLException {
        try (var connection = postgres.connect("load_of_one")) {
            var ids = new ArrayList<String>();
            for (int n = 1; n <= PARTNERSHIPS; n++) {
                ids.add(LogSeeder.id(connection, salt(events), n));
            }
            return ids;
        }
    }

    private static String salt(int events) {
        return "of " + events + "/";
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
