package dev.headway.split.run;

import dev.headway.broker.BrokerSettings;
import dev.headway.broker.LocalBroker;
import dev.headway.split.gateway.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The processes of both kinds of node, the broker between them and the gateway before them. */
final class Split {

    /** What a node may take for what is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SplitSettings settings;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    /** In the order in which they were started; its lock guards {@link #ending} as well. */
    private final List<LocalProcess> running = new ArrayList<>();

    private final CompletableFuture<String> firstEnd = new CompletableFuture<>();
    private boolean ending;

    Split(SplitSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Returns when the gateway serves.
     *
     * @throws IllegalStateException if a port is taken, or one of them does not become ready
     */
    void start() throws IOException, InterruptedException {
        for (var port : settings.ports()) {
            demandFree(port);
        }
        startBroker();
        var lifecycle = uri(settings.lifecyclePort());
        var projection = uri(settings.projectionPort());
        awaitReady(started("lifecycle", settings.lifecycle(), lifecycleNode()), lifecycle);
        // before the projection node, which asks lifecycle nodes through it; ready after it
        var gateway = started("gateway", gatewayCommand(), gateway(lifecycle, projection));
        awaitReady(started("projection", settings.projection(), projectionNode()), projection);
        awaitReady(gateway, gatewayUri());
        out.println("Headway serves on " + gatewayUri());
    }

    /** The name of the one that ended first, which nobody asked it to. */
    String awaitFirstEnd() {
        return firstEnd.join();
    }

    /** The last one first, as they were started. */
    void end() {
        List<LocalProcess> left;
        synchronized (running) {
            ending = true;
            left = List.copyOf(running).reversed();
        }
        try {
            for (var each : left) {
                each.awaitEnd(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startBroker() throws IOException, InterruptedException {
        var broker =
                LocalBroker.prepared(
                        new BrokerSettings(
                                settings.home().resolve("kafka"),
                                settings.brokerPort(),
                                settings.controllerPort(),
                                settings.brokerClassPath()));
        keep(LocalProcess.of("broker", broker.launch(LocalProcess.deafToCtrlC())));
        broker.awaitStarted();
        out.printf("%-10s | takes records on %s%n", "broker", broker.address());
    }

    private LocalProcess started(String name, List<String> command, Map<String, String> environment)
            throws IOException {
        var process = LocalProcess.start(name, command, environment, out);
        keep(process);
        return process;
    }

    private void awaitReady(LocalProcess process, URI address) throws InterruptedException {
        process.awaitReady(http, address);
        out.printf("%-10s | is ready on %s%n", process.name(), address);
    }

    private void keep(LocalProcess process) {
        synchronized (running) {
            if (ending) {
                process.end();
                throw new IllegalStateException("it was told to end");
            }
            running.add(process);
        }
        process.whenEnded(
                () -> {
                    if (!isEnding()) {
                        firstEnd.complete(process.name());
                    }
                });
    }

    /** Whether they end because somebody wants it. */
    boolean isEnding() {
        synchronized (running) {
            return ending;
        }
    }

    private Map<String, String> lifecycleNode() {
        var environment = node(settings.home(), settings.lifecyclePort());
        environment.put("HEADWAY_PROJECTIONS_ENABLED", "false");
        environment.put("HEADWAY_PROJECTIONS_URL", gatewayUri().toString());
        return environment;
    }

    private Map<String, String> projectionNode() {
        var environment =
                node(settings.home().resolve("projection-node"), settings.projectionPort());
        environment.put("HEADWAY_LIFECYCLE_URL", gatewayUri().toString());
        return environment;
    }

    private Map<String, String> node(Path home, int port) {
        var environment = new HashMap<String, String>();
        environment.put("HEADWAY_HOME", home.toString());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("HEADWAY_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + settings.brokerPort());
        environment.put("HEADWAY_KAFKA_REPLICATION", "1");
        // names in events are sealed with these
        environment.put("HEADWAY_PEOPLE_KEYS", settings.home().resolve("people-keys").toString());
        environment.put(
                "HEADWAY_PEOPLE_DESTROYEDKEYS",
                settings.home().resolve("destroyed-keys").toString());
        environment.put("HEADWAY_PUBLICURL", gatewayUri().toString());
        environment.put("HEADWAY_IDENTITY_ISSUER", gatewayUri().toString());
        return environment;
    }

    private List<String> gatewayCommand() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                settings.gatewayClassPath(),
                Gateway.class.getName());
    }

    private Map<String, String> gateway(URI lifecycle, URI projection) {
        return Map.of(
                "SERVER_PORT", String.valueOf(settings.port()),
                "HEADWAY_GATEWAY_LIFECYCLE", lifecycle.toString(),
                "HEADWAY_GATEWAY_PROJECTION", projection.toString());
    }

    private URI gatewayUri() {
        return URI.create("http://localhost:" + settings.port());
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void demandFree(int port) throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // free it is
        } catch (java.net.BindException _) {
            throw new IllegalStateException(
                    "port "
                            + port
                            + " is taken. Choose another: SERVER_PORT=9080 ./headway run --kafka uses 9080 to 9084");
        }
    }
}
