package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.Machine;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * How long a whole log takes to be sealed by a service that finds it there, to be carried away, and
 * to be verified by {@code ./headway verify}, which has neither the service nor its database.
 */
final class VerifiedExport implements AutoCloseable {

    private static final int EVENTS_EACH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final ServiceProcess node;
    private final Path folder;
    private final int events;
    private final double sealedIn;

    VerifiedExport(DurablePostgres postgres, Path folder, int events)
            throws IOException, SQLException {
        this.folder = folder;
        this.events = events;
        var database = postgres.create("verified");
        this.node =
                HeadwayScript.run(
                        folder.resolve(database),
                        postgres.url(database),
                        "-Dheadway.reading.auto-start=false",
                        "-Dheadway.watching.auto-start=false",
                        "-Dheadway.sealing.after=1s");
        try (var connection = postgres.connect(database)) {
            LogSeeder.lives(connection, "verified", events / EVENTS_EACH, EVENTS_EACH);
        }
        var begun = System.nanoTime();
        Awaitility.await().atMost(PATIENCE).until(() -> sealed() >= events);
        this.sealedIn = seconds(begun);
    }

    /** What is verified, as figures of every round are named. */
    static String figure() {
        return "export, verified";
    }

    void measure(Figures figures, int rounds) throws IOException, InterruptedException {
        figures.add("export, events in it", "", events);
        figures.add("export, sealed before", "s", sealedIn);
        for (int round = 0; round < rounds; round++) {
            Machine.awaitIdle();
            var begun = System.nanoTime();
            var file = fetch("export", folder.resolve("audit.zip"));
            figures.add("export, written", "s", seconds(begun));
            figures.add("export, size", "MiB", Files.size(file) / (double) (1 << 20));
            begun = System.nanoTime();
            HeadwayScript.verify(file, fetch("key", folder.resolve("keys")));
            figures.add(figure(), "s", seconds(begun));
        }
    }

    private double sealed() {
        return node.metric("headway_sealing_size");
    }

    private Path fetch(String what, Path file) throws IOException, InterruptedException {
        var asked =
                HttpRequest.newBuilder(node.uri().resolve("/api/v1/audit/" + what))
                        .header("Authorization", "Bearer " + node.token(Role.AUDITOR))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(asked, BodyHandlers.ofFile(file)).statusCode();
            if (status != 200) {
                throw new IllegalStateException("No " + what + ", but " + status);
            }
        }
        return file;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
