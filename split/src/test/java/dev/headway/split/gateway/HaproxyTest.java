package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway of a deployment, where HAProxy is installed; left out where it is not. */
class HaproxyTest extends GatewayContract {

    private static final Path DEPLOYED = Path.of("../deploy/gateway");

    @TempDir static Path folder;

    @BeforeAll
    static void find() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin"})
                        .flatMap(Stream::of)
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "haproxy"))),
                "Left out: haproxy is not installed");
    }

    /** Where a deployment asks for names, servers of this machine are named one by one. */
    @Override
    Started start(List<URI> lifecycle, List<URI> projection) throws Exception {
        var settings =
                Files.readString(DEPLOYED.resolve("haproxy.cfg"))
                        .replace(
                                "    server-template node 10 \"${HEADWAY_GATEWAY_LIFECYCLE}\"",
                                servers(lifecycle))
                        .replace(
                                "    server-template node 10 \"${HEADWAY_GATEWAY_PROJECTION}\"",
                                servers(projection));
        var file = inPlace(settings);
        var port = free();
        var process = haproxy(file, "127.0.0.1:" + port, "-db").start();
        return new Started(
                URI.create("http://127.0.0.1:" + port),
                () -> {
                    process.destroy();
                    if (!process.waitFor(5, TimeUnit.SECONDS)) {
                        process.destroyForcibly().waitFor();
                    }
                });
    }

    @Test
    void the_file_is_good_as_it_is_deployed() throws Exception {
        var file = inPlace(Files.readString(DEPLOYED.resolve("haproxy.cfg")));
        var check = haproxy(file, ":8080", "-c").start();
        assertThat(check.waitFor()).isZero();
    }

    private static Path inPlace(String settings) throws IOException {
        var routes = DEPLOYED.resolve("routes.map").toRealPath().toString();
        return Files.writeString(
                folder.resolve("haproxy.cfg"),
                settings.replace("/usr/local/etc/haproxy/routes.map", routes));
    }

    private static ProcessBuilder haproxy(Path file, String bind, String how) {
        var command = new ArrayList<>(List.of("haproxy", how, "-f", file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.redirectOutput(Redirect.appendTo(Path.of("target/haproxy.log").toFile()));
        var environment = process.environment();
        environment.merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        environment.put("HEADWAY_GATEWAY_BIND", bind);
        environment.put("HEADWAY_GATEWAY_LIFECYCLE", "localhost:8081");
        environment.put("HEADWAY_GATEWAY_PROJECTION", "localhost:8082");
        environment.put("HEADWAY_GATEWAY_TRUSTED", "255.255.255.255");
        return process;
    }

    private static String servers(List<URI> nodes) {
        return String.join(
                "\n",
                IntStream.range(0, nodes.size())
                        .mapToObj(
                                place ->
                                        "    server node%d %s"
                                                .formatted(place, nodes.get(place).getAuthority()))
                        .toList());
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
