package dev.headway.benchmarks.harness;

import dev.headway.testing.Ports;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The service as people start it, {@code ./headway run}, over a database of the benchmark's own.
 * The script replaces itself with the JVM, so the process is the JVM's.
 */
public final class HeadwayScript {

    private HeadwayScript() {}

    /**
     * Starts a node and waits until it is ready.
     *
     * @param home where its secrets and its log are, kept for the next start
     * @param databaseUrl the database, or null for the embedded one of the default run
     * @param options more options for the JVM
     */
    public static ServiceProcess run(Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        return runAt(Ports.free(), home, databaseUrl, options);
    }

    /** As {@link #run}, from another checkout, which has been built. */
    public static ServiceProcess runFrom(
            Path checkout, Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        return start(Checkout.script(checkout), Ports.free(), home, databaseUrl, options);
    }

    /**
     * Has an export of the audit verified, with keys that were fetched beside it.
     *
     * @throws IllegalStateException when it is not what was sealed
     */
    public static void verify(Path export, Path keys) throws IOException, InterruptedException {
        var command =
                new ProcessBuilder(
                        Checkout.script(), "verify", export.toString(), "--key", keys.toString());
        command.environment().put("HEADWAY_AS_BUILT", "yes");
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("The export is not good, see above");
        }
    }

    /** As {@link #run}, on a port that was used before. */
    public static ServiceProcess runAt(
            int port, Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        return start(Checkout.script(), port, home, databaseUrl, options);
    }

    private static ServiceProcess start(
            String script, int port, Path home, @Nullable String databaseUrl, String... options)
            throws IOException {
        var command = new ProcessBuilder(script, "run");
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
        return ServiceProcess.start(command, home, port);
    }
}
