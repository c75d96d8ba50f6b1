package dev.headway.benchmarks.harness;

import dev.headway.testing.Haproxy;
import dev.headway.testing.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The gateway in a process of its own, the small one or a deployment's; it is ready when nodes are.
 */
final class FrontDoor implements AutoCloseable {

    private final URI uri;
    private final AutoCloseable process;

    private FrontDoor(URI uri, AutoCloseable process) {
        this.uri = uri;
        this.process = process;
    }

    static FrontDoor start(Path folder, boolean haproxy, List<URI> lifecycle, List<URI> projection)
            throws IOException {
        var port = Ports.free();
        if (haproxy) {
            var deployed = Checkout.folder().resolve("deploy/gateway");
            var started = Haproxy.start(deployed, folder, port, lifecycle, projection);
            return new FrontDoor(started.uri(), started);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var libraries = Checkout.folder().resolve("split/target/lib").resolve("*").toString();
        var command =
                new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        libraries,
                        "dev.headway.split.gateway.Gateway");
        var environment = command.environment();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("HEADWAY_GATEWAY_LIFECYCLE", joined(lifecycle));
        environment.put("HEADWAY_GATEWAY_PROJECTION", joined(projection));
        var log = Files.createDirectories(folder).resolve("gateway.log");
        var started =
                command.redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()))
                        .start();
        // whatever goes wrong here, nothing is left running
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return new FrontDoor(
                URI.create("http://127.0.0.1:" + port), () -> started.destroyForcibly().waitFor());
    }

    URI uri() {
        return uri;
    }

    private static String joined(List<URI> nodes) {
        return nodes.stream().map(URI::toString).collect(Collectors.joining(","));
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
