package dev.headway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Kafka broker in a process of its own, broker and controller in one, from Kafka's own artifacts
 * and on ports of this machine alone; it can be killed and stopped where it stands. What it has
 * taken is on disk: it has it again after the next start.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final String STARTED = "Kafka Server started";
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final BrokerSettings settings;
    private Process process;

    private BrokerProcess(Path folder, BrokerSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        format();
        this.process = start();
    }

    /** Formats a folder of its own and starts on it; returns when the broker takes records. */
    public static BrokerProcess start(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new BrokerProcess(folder, BrokerSettings.onFreePorts(folder));
    }

    /** For {@code bootstrap.servers}. */
    public String address() {
        return settings.address();
    }

    /** The operating system's kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on what it had, at the same address. */
    public void startAgain() throws IOException {
        process = start();
    }

    /** Stops its threads where they stand: connections stay open and nobody answers. */
    public void freeze() throws IOException, InterruptedException {
        Signals.stop(process);
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.goOn(process);
    }

    /** At once: nobody needs what it would write down on its way. */
    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void format() throws IOException {
        var file = Files.writeString(settingsFile(), settings.text());
        var format =
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        settings.clusterId(),
                        "--standalone",
                        "--config",
                        file.toString());
        var formatting = new ProcessBuilder(format).redirectErrorStream(true).start();
        var said = new String(formatting.getInputStream().readAllBytes(), UTF_8);
        try {
            if (formatting.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start() throws IOException {
        var command = java("kafka.Kafka", settingsFile().toString());
        var starting = new ProcessBuilder(command).redirectErrorStream(true).start();
        // whatever goes wrong here, nothing is left running
        Runtime.getRuntime().addShutdownHook(new Thread(starting::destroyForcibly));
        var started = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("broker-log").start(() -> keepLog(starting, started));
        await(started);
        return starting;
    }

    private void keepLog(Process starting, CompletableFuture<Void> started) {
        try (var said = starting.inputReader(UTF_8);
                var log =
                        Files.newBufferedWriter(
                                folder.resolve("broker.log"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                log.append(line).append('\n').flush();
                if (line.contains(STARTED)) {
                    started.complete(null);
                }
            }
        } catch (IOException e) {
            started.completeExceptionally(new UncheckedIOException(e));
        }
        started.completeExceptionally(
                new IllegalStateException("The broker ended; its log is in " + folder));
    }

    private static void await(CompletableFuture<Void> started) {
        try {
            started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(String main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", BrokerSettings.classPath(), main));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path settingsFile() {
        return folder.resolve("server.properties");
    }
}
