package dev.headway.benchmarks.harness;

import dev.headway.contracts.Role;
import dev.headway.testing.BrokerProcess;
import dev.headway.testing.Caller;
import dev.headway.testing.Ports;
import dev.headway.testing.ServiceProcess;
import dev.headway.testing.Tokens;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Headway as many processes: a broker, lifecycle nodes over one database, projection nodes over
 * theirs, and a gateway before them. All are started as a deployment starts them, and are told
 * nothing that a deployment could not tell them.
 */
public final class SplitProcesses implements AutoCloseable {

    public static final String TOPIC = "headway.events";

    private static final List<String> JVM =
            List.of(
                    "-Xms256m",
                    "-Xmx512m",
                    "-Xmn128m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final Plan plan;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BrokerProcess broker;
    private final List<RestartableNode> lifecycle = new ArrayList<>();
    private final List<RestartableNode> projection = new ArrayList<>();
    private final FrontDoor gateway;

    /**
     * What there is to start.
     *
     * @param store the database of the lifecycle nodes
     * @param lifecycleNodes how many of them
     * @param answers the database of each projection node; some may be the same, and only the first
     *     tells people
     * @param options of all nodes, as {@code -Dheadway.publishing.lease=5s}
     * @param telling of projection nodes over the first database, as where chat is
     * @param haproxy whether the gateway is a deployment's, or the small one
     */
    public record Plan(
            String store,
            int lifecycleNodes,
            List<String> answers,
            List<String> options,
            List<String> telling,
            boolean haproxy) {}

    /** Makes them ready to be started. The broker takes records. */
    public SplitProcesses(Path folder, Plan plan) throws IOException {
        this.folder = folder;
        this.plan = plan;
        var libraries = Checkout.folder().resolve("local-broker/target/broker");
        this.broker = BrokerProcess.start(brokerFolder(), libraries + File.separator + "*");
        for (int n = 0; n < plan.lifecycleNodes(); n++) {
            lifecycle.add(new RestartableNode(Ports.free(), this::startLifecycle));
        }
        for (var database : plan.answers()) {
            var name = "projection-" + projection.size();
            projection.add(
                    new RestartableNode(
                            Ports.free(), port -> startProjection(name, port, database)));
        }
        this.gateway =
                FrontDoor.start(
                        folder.resolve("gateway"),
                        plan.haproxy(),
                        lifecycle.stream().map(RestartableNode::uri).toList(),
                        projection.stream().map(RestartableNode::uri).toList());
    }

    /** Starts all nodes, one after the other. */
    public void start() throws IOException {
        for (var each : lifecycle) {
            each.start();
        }
        for (var each : projection) {
            each.start();
        }
    }

    public BrokerProcess broker() {
        return broker;
    }

    public Path brokerFolder() {
        return folder.resolve("broker");
    }

    public List<RestartableNode> lifecycle() {
        return lifecycle;
    }

    public List<RestartableNode> projection() {
        return projection;
    }

    /** The one address for everything. */
    public URI uri() {
        return gateway.uri();
    }

    public Caller as(Role role) {
        return new Caller(http, uri(), token(role));
    }

    /** Of a lifecycle node's issuer, asked through the gateway. */
    public String token(Role role) {
        return Tokens.of(http, uri(), home(), role);
    }

    /** What whoever reads the names in events has to be told. */
    public List<String> keys() {
        return List.of(
                "-Dheadway.people.keys=" + folder.resolve("people-keys"),
                "-Dheadway.people.destroyed-keys=" + folder.resolve("destroyed-keys"));
    }

    private Path home() {
        return folder.resolve("lifecycle");
    }

    private List<String> shared() {
        var shared = new ArrayList<>(keys());
        shared.add("-Dheadway.kafka.bootstrap-servers=" + broker.address());
        shared.add("-Dheadway.kafka.replication=1");
        shared.add("-Dheadway.public-url=" + uri());
        shared.add("-Dheadway.identity.issuer=" + uri());
        shared.addAll(plan.options());
        return shared;
    }

    private ServiceProcess startLifecycle(int port) throws IOException {
        var options = new ArrayList<>(shared());
        options.add("-Dheadway.projections.enabled=false");
        options.add("-Dheadway.projections.url=" + uri());
        return HeadwayScript.runAt(port, home(), plan.store(), options.toArray(String[]::new));
    }

    private ServiceProcess startProjection(String name, int port, String database)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(shared());
        var isFirst = database.equals(plan.answers().getFirst());
        command.addAll(isFirst ? plan.telling() : List.of("-Dheadway.chat.auto-start=false"));
        command.add("-Dheadway.kafka.group=mirror-" + plan.answers().indexOf(database));
        command.add("-Dheadway.lifecycle.url=" + uri());
        command.addAll(List.of("-jar", nodeJar().toString()));
        var home = folder.resolve(name);
        var process = new ProcessBuilder(command);
        var environment = process.environment();
        environment.put("HEADWAY_HOME", home.toString());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SPRING_DATASOURCE_URL", database);
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "unused");
        return ServiceProcess.start(process, home, port);
    }

    private static Path nodeJar() throws IOException {
        var app = Checkout.folder().resolve("lifecycle-service/target/app");
        try (var jars = Files.newDirectoryStream(app, "projections-*-node.jar")) {
            return jars.iterator().next();
        }
    }

    @Override
    public void close() throws Exception {
        for (var each : projection) {
            each.close();
        }
        for (var each : lifecycle) {
            each.close();
        }
        gateway.close();
        broker.close();
        http.shutdownNow();
    }
}
