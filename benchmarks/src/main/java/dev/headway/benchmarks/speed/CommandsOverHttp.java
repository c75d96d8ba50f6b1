package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Checkout;
import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.LoadClient;
import dev.headway.benchmarks.harness.Request;
import dev.headway.benchmarks.harness.Wrk;
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
 * Commands a second as a caller gets them: {@code POST …/touchpoints} over 2,000 partnerships, each
 * with a token that is checked, each stored durably before it is answered.
 */
final class CommandsOverHttp implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final String TOUCHPOINT =
            """
            {"kind":"JOINT_CALL","summary":"Agreed the next two joint proposals","with":"Partner desk"}""";

    private final DurablePostgres postgres;
    private final String database;
    private final ServiceProcess node;
    private final List<String> paths;
    private final String token;
    private final LoadClient client;

    /**
     * @param name of the database and of the node's folder
     * @param options as {@code -Dheadway.reading.auto-start=false}
     */
    CommandsOverHttp(DurablePostgres postgres, Path folder, String name, String... options)
            throws IOException, SQLException {
        this(Checkout.folder(), postgres, folder, name, options);
    }

    /** The same of another checkout, which has been built. */
    CommandsOverHttp(
            Path checkout, DurablePostgres postgres, Path folder, String name, String... options)
            throws IOException, SQLException {
        this(
                postgres,
                postgres.create(name),
                HeadwayScript.runFrom(checkout, folder.resolve(name), postgres.url(name), options));
    }

    /** The same to a node that was started already, over this database. */
    CommandsOverHttp(DurablePostgres postgres, String database, ServiceProcess node)
            throws IOException, SQLException {
        this.postgres = postgres;
        this.database = database;
        this.node = node;
        try (var connection = postgres.connect(database)) {
            LogSeeder.lives(connection, database, WorkloadSize.PARTNERSHIPS, 6);
            this.paths = paths(connection, database);
        }
        this.token = node.token(Role.MANAGER);
        this.client = new LoadClient(node.address(), requests());
    }

    /**
     * The same commands by a client that is not ours.
     *
     * @param folder where its script is put
     */
    Wrk wrk(Path folder) throws IOException {
        return new Wrk(folder, node.uri(), paths, token, TOUCHPOINT);
    }

    ServiceProcess node() {
        return node;
    }

    LoadClient.Run run(int connections, Duration length) throws IOException {
        return client.run(connections, SETTLE, length);
    }

    /** As {@link #run}, with somebody who looks when what was acknowledged can be read. */
    Seen runAndLook(int connections, Duration length) throws Exception {
        try (var lag = new ProjectionLagProbe(postgres.connect(database), client)) {
            return new Seen(run(connections, length), lag.stop());
        }
    }

    /** Everything that was written can be read, so that the next measurement has the machine. */
    void awaitQuiet() throws SQLException {
        try (var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            positions.awaitHead(Duration.ofMinutes(5));
        }
    }

    record Seen(LoadClient.Run run, dev.headway.benchmarks.harness.Latencies lag) {}

    @Override
    public void close() throws InterruptedException {
        node.close();
    }

    private List<byte[]> requests() {
        return paths.stream().map(path -> Request.post(path, token, TOUCHPOINT, "")).toList();
    }

    private static List<String> paths(java.sql.Connection connection, String salt)
            throws SQLException {
        var paths = new ArrayList<String>();
        for (int n = 1; n <= WorkloadSize.PARTNERSHIPS; n++) {
            paths.add("/api/v1/partnerships/" + LogSeeder.id(connection, salt, n) + "/touchpoints");
        }
        return paths;
    }
}
