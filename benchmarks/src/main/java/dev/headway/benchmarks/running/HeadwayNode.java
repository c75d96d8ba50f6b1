package dev.headway.benchmarks.running;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service as people start it, {@code ./headway run}, over a database of the benchmark's own.
 * The script replaces itself with the JVM, so the process is the JVM's.
 */
public final class HeadwayNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path home;
    private final int port;
    private final Duration startUp;

    private HeadwayNode(Process process, Path home, int port, long begun) {
        this.process = process;
        this.home = home;
        this.port = port;
        awaitReady();
        this.startUp = Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Starts a node and waits until it is ready.
     *
     * @param home where its secrets and its log are, kept for the next start
     * @param databaseUrl the database, or null for the embedded one of the default run
     * @param options more options for the JVM
     */
    public static HeadwayNode start(Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        return startAt(DurablePostgres.freePort(), home, databaseUrl, options);
    }

    /** As {@link #start}, on a port that was used before. */
    public static HeadwayNode startAt(
            int port, Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        Files.createDirectories(home);
        var log = ProcessBuilder.Redirect.appendTo(home.resolve("service.log").toFile());
        var command = new ProcessBuilder(Checkout.script(), "run");
        var environment = command.environment();
        environment.put("HEADWAY_HOME", home.toString());
        environment.put("HEADWAY_AS_BUILT", "yes");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.merge(
                "HEADWAY_JAVA_OPTS",
                String.join(" ", options),
                (given, ours) -> given + " " + ours);
        if (databaseUrl != null) {
            environment.put("SPRING_DATASOURCE_URL", databaseUrl);
            environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
            environment.put("SPRING_DATASOURCE_PASSWORD", "unused");
        }
        var begun = System.nanoTime();
        var process = command.redirectOutput(log).redirectErrorStream(true).start();
        // whatever goes wrong here, nothing is left running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new HeadwayNode(process, home, port, begun);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    public int port() {
        return port;
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

    public boolean isAlive() {
        return process.isAlive();
    }

    /** A token of the node's own issuer for a role, as {@code manager}. */
    public String token(String role) throws IOException, InterruptedException {
        var secret = Files.readString(home.resolve("identity").resolve(role + ".secret")).strip();
        var credentials =
                Base64.getEncoder()
                        .encodeToString((role + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(uri("/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        var token = TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IllegalStateException("No token from the node on port " + port);
        }
        return token.group(1);
    }

    /** One metric's value out of {@code /actuator/prometheus}; labels are part of the name. */
    public double metric(String name) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(uri("/actuator/prometheus"))
                        .header("Authorization", "Bearer " + token("viewer"))
                        .build();
        return http.send(request, BodyHandlers.ofLines())
                .body()
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
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        http.shutdownNow();
    }

    private void signal(String which) throws IOException, InterruptedException {
        var signal = List.of("kill", which, String.valueOf(pid()));
        if (new ProcessBuilder(new ArrayList<>(signal)).start().waitFor() != 0) {
            throw new IllegalStateException("Could not " + signal);
        }
    }

    private void awaitReady() {
        Waiting.until(
                PATIENCE,
                "a node that is ready; its log is in " + home,
                () -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("The node ended; its log is in " + home);
                    }
                    var probe = HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
                    return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
                });
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
