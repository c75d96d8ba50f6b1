package dev.headway.testing;

import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path home;
    private final URI uri;
    private final Duration startUp;

    private ServiceProcess(Process process, Path home, int port, long begun) {
        this.process = process;
        this.home = home;
        this.uri = URI.create("http://localhost:" + port);
        awaitReady();
        this.startUp = Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Starts an application of this JVM's class path on a free port, and waits until it is ready.
     *
     * @param home where its data, its secrets and its log are, kept for the next start
     * @param properties as {@code --headway.reading.auto-start=false}
     */
    public static ServiceProcess start(Class<?> application, Path home, String... properties)
            throws IOException {
        var port = Ports.free();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // one that lives for a test is not worth compiling twice
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(application.getName());
        command.addAll(List.of("--server.port=" + port, "--headway.home=" + home));
        command.addAll(List.of(properties));
        return start(new ProcessBuilder(command), home, port);
    }

    /**
     * Starts a command that serves on this port with this home, and waits until it is ready.
     *
     * @param command of the service's own process; what only starts another cannot be killed
     */
    public static ServiceProcess start(ProcessBuilder command, Path home, int port)
            throws IOException {
        Files.createDirectories(home);
        var log = Redirect.appendTo(home.resolve("service.log").toFile());
        var begun = System.nanoTime();
        var process = command.redirectOutput(log).redirectErrorStream(true).start();
        // whatever goes wrong here, nothing is left running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServiceProcess(process, home, port, begun);
    }

    public URI uri() {
        return uri;
    }

    public int port() {
        return uri.getPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port());
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /** From the command to the first answer of the readiness probe. */
    public Duration startUp() {
        return startUp;
    }

    /** What it has used of all cores since it started. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** A token of the service's own issuer. */
    public String token(Role role) {
        return Tokens.of(http, uri, home, role);
    }

    /** Someone with this role. */
    public Caller as(Role role) {
        return new Caller(http, uri, token(role));
    }

    /** One metric's value out of {@code /actuator/prometheus}; labels are part of the name. */
    public double metric(String name) {
        return as(Role.VIEWER)
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The operating system's kill -9: no shutdown hook runs. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        http.shutdownNow();
    }

    /** Stops its threads where they stand, as a hypervisor does. */
    public void freeze() throws IOException, InterruptedException {
        Signals.stop(process);
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.goOn(process);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        http.shutdownNow();
    }

    /** Looks often, since how long a start takes is measured as well. */
    private void awaitReady() {
        await("a service that is ready; its log is in " + home)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_AGAIN)
                .pollInSameThread()
                .failFast("the service ended; its log is in " + home, () -> !process.isAlive())
                .until(this::isReady);
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
}
