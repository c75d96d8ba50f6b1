package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Machine;
import dev.headway.testing.DurablePostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same commands to services that differ in one setting, or in the checkout that they were built
 * from: what it gives writers, and what it costs readers.
 */
final class SettingsCompared implements AutoCloseable {

    static final String NAMES_SEALED = "commands, names sealed";
    static final String NAMES_AS_THEY_ARE = "commands, names as they are";

    private static final int CONNECTIONS = 64;

    private final Map<String, CommandsOverHttp> services = new LinkedHashMap<>();

    private SettingsCompared(DurablePostgres postgres, Path folder, Map<String, String> options)
            throws IOException, SQLException, InterruptedException {
        for (var option : options.entrySet()) {
            services.put(
                    option.getKey(),
                    new CommandsOverHttp(postgres, folder, database(), option.getValue()));
        }
    }

    private SettingsCompared() {}

    /**
     * This checkout, and another one.
     *
     * @param before where the other one is, as built by its own {@code ./headway run}
     */
    static SettingsCompared before(DurablePostgres postgres, Path folder, Path before)
            throws IOException, SQLException, InterruptedException {
        var both = new SettingsCompared();
        both.services.put(
                "before", new CommandsOverHttp(before, postgres, folder, both.database()));
        both.services.put("now", new CommandsOverHttp(postgres, folder, both.database()));
        return both;
    }

    private String database() {
        return "compared_" + services.size();
    }

    /** How long projections gather before they work events in. */
    static SettingsCompared gathering(DurablePostgres postgres, Path folder)
            throws IOException, SQLException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        for (int millis : new int[] {20, 50, 100}) {
            options.put(
                    "gathering %d ms".formatted(millis),
                    "-Dheadway.reading.gathering=" + millis + "ms");
        }
        return new SettingsCompared(postgres, folder, options);
    }

    /** How long a group of commands waits for more. */
    static SettingsCompared groups(DurablePostgres postgres, Path folder)
            throws IOException, SQLException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        for (int millis : new int[] {0, 1, 2, 4}) {
            options.put(
                    "groups gather %d ms".formatted(millis),
                    "-Dheadway.event-store.gathering=" + millis + "ms");
        }
        return new SettingsCompared(postgres, folder, options);
    }

    /** Names sealed, and as they are written. */
    static SettingsCompared sealing(DurablePostgres postgres, Path folder)
            throws IOException, SQLException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        options.put(NAMES_SEALED, "-Dheadway.people.sealed=true");
        options.put(NAMES_AS_THEY_ARE, "-Dheadway.people.sealed=false");
        return new SettingsCompared(postgres, folder, options);
    }

    /** How many cores requests may have, from one to all. */
    static SettingsCompared cores(DurablePostgres postgres, Path folder)
            throws IOException, SQLException, InterruptedException {
        var options = new LinkedHashMap<String, String>();
        IntStream.rangeClosed(1, Runtime.getRuntime().availableProcessors())
                .forEach(
                        cores ->
                                options.put(
                                        "requests on %d cores".formatted(cores),
                                        "-Djdk.virtualThreadScheduler.parallelism=" + cores));
        return new SettingsCompared(postgres, folder, options);
    }

    void warmUp(Duration length) throws IOException, SQLException {
        for (var service : services.values()) {
            service.run(CONNECTIONS, length);
            service.awaitQuiet();
        }
    }

    /** Each of them once. */
    void measure(Figures figures, Duration length) throws Exception {
        for (var service : services.entrySet()) {
            var name = service.getKey();
            Machine.awaitIdle();
            var cpu = service.getValue().node().cpu();
            var seen = service.getValue().runAndLook(CONNECTIONS, length);
            var spent = service.getValue().node().cpu().minus(cpu).toNanos() / 1e3;
            var p99 = seen.run().latencies().percentile(0.99);
            var lag = seen.lag().percentile(0.99);
            figures.add(name, "1/s", seen.run().perSecond());
            figures.add(name + ", p99", "ms", p99);
            figures.add(name + ", service CPU each", "µs", spent / seen.run().all());
            figures.add(name + ", lag p99", "ms", lag);
            figures.add(name + ", lag p99 / command p99", "", lag / p99);
            service.getValue().awaitQuiet();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var service : services.values()) {
            service.close();
        }
    }
}
