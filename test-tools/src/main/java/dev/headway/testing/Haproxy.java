package dev.headway.testing;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The gateway of a deployment, as {@code deploy/gateway} sets it up, on this machine. */
public final class Haproxy implements AutoCloseable {

    private static final String LIFECYCLE =
            "    server-template node 10 \"${HEADWAY_GATEWAY_LIFECYCLE}\"";
    private static final String PROJECTION =
            "    server-template node 10 \"${HEADWAY_GATEWAY_PROJECTION}\"";

    private final Process process;
    private final URI uri;

    private Haproxy(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .anyMatch(place -> Files.isExecutable(Path.of(place, "haproxy")));
    }

    /**
     * Starts it and returns at once. Where a deployment asks for names, servers of this machine are
     * named one by one.
     *
     * @param deployed the folder with its settings and the routes
     * @param folder where what is made of them is put, and its log
     */
    public static Haproxy start(
            Path deployed, Path folder, int port, List<URI> lifecycle, List<URI> projection)
            throws IOException {
        var settings =
                Files.readString(deployed.resolve("haproxy.cfg"))
                        .replace(LIFECYCLE, servers(lifecycle))
                        .replace(PROJECTION, servers(projection));
        var address = "127.0.0.1:" + port;
        var process = command(inPlace(settings, deployed, folder), address, "-db");
        return new Haproxy(process.start(), URI.create("http://" + address));
    }

    /** Whether the settings are good as they are deployed. */
    public static boolean accepts(Path deployed, Path folder)
            throws IOException, InterruptedException {
        var settings = Files.readString(deployed.resolve("haproxy.cfg"));
        return command(inPlace(settings, deployed, folder), ":8080", "-c").start().waitFor() == 0;
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path inPlace(String settings, Path deployed, Path folder) throws IOException {
        var routes = deployed.resolve("routes.map").toRealPath().toString();
        return Files.writeString(
                Files.createDirectories(folder).resolve("haproxy.cfg"),
                settings.replace("/usr/local/etc/haproxy/routes.map", routes));
    }

    private static ProcessBuilder command(Path file, String bind, String how) {
        var command = new ArrayList<>(List.of("haproxy", how, "-f", file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.redirectOutput(
                Redirect.appendTo(new File(file.toFile().getParentFile(), "haproxy.log")));
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
}
