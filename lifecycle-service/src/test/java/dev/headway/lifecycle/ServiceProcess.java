package dev.headway.lifecycle;

import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, with its embedded PostgreSQL, so that it can be killed. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path home;
    private final URI uri;

    private ServiceProcess(Process process, Path home, URI uri) {
        this.process = process;
        this.home = home;
        this.uri = uri;
    }

    /** Starts it on a free port over the data under {@code home}, and waits until it is ready. */
    static ServiceProcess start(Path home, String... properties) throws IOException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(HeadwayApplication.class.getName());
        command.addAll(List.of("--server.port=" + port, "--headway.home=" + home));
        command.addAll(List.of(properties));
        var log = ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "service.log"));
        var process =
                new ProcessBuilder(command).redirectOutput(log).redirectErrorStream(true).start();
        var service = new ServiceProcess(process, home, URI.create("http://localhost:" + port));
        await().atMost(PATIENCE).until(service::isReady);
        return service;
    }

    int port() {
        return uri.getPort();
    }

    Caller as(Role role) {
        return new Caller(http, uri, Tokens.of(http, uri, home, role));
    }

    /** The operating system's kill -9: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        http.close();
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    private boolean isReady() {
        try {
            var probe = HttpRequest.newBuilder(uri.resolve("/actuator/health/readiness")).build();
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
