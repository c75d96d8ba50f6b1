package dev.headway.broker;

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
 * Broker and controller in one. What it has taken is on disk: it has it again after a next start.
 */
public final class LocalBroker {

    private static final String STARTED = "Kafka Server started";
    private static final long PATIENCE_SECONDS = 120;

    private final BrokerSettings settings;
    private CompletableFuture<Void> started = new CompletableFuture<>();

    private LocalBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    /** One that has its settings and can be started; its folder is formatted if it never was. */
    public static LocalBroker prepared(BrokerSettings settings)
            throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        Files.writeString(settings.file(), settings.text());
        var broker = new LocalBroker(settings);
        if (!Files.exists(settings.data().resolve("meta.properties"))) {
            broker.format();
        }
        return broker;
    }

    /** For {@code bootstrap.servers}. */
    public String address() {
        return settings.address();
    }

    /**
     * Starts its process and returns at once.
     *
     * @param before what goes before the command, as {@code nice}
     */
    public Process launch(String... before) throws IOException {
        var command = new ArrayList<>(List.of(before));
        command.addAll(java("kafka.Kafka", settings.file().toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var launched = new CompletableFuture<Void>();
        started = launched;
        Thread.ofPlatform().daemon().name("broker-log").start(() -> keepLog(process, launched));
        return process;
    }

    /**
     * Returns when what was launched last takes records.
     *
     * @throws IllegalStateException if it ended instead; its log says why
     */
    public void awaitStarted() throws InterruptedException {
        try {
            started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not start", e);
        }
    }

    private void format() throws IOException, InterruptedException {
        var format =
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        settings.clusterId(),
                        "--standalone",
                        "--config",
                        settings.file().toString());
        var formatting = new ProcessBuilder(format).redirectErrorStream(true).start();
        var said = new String(formatting.getInputStream().readAllBytes(), UTF_8);
        if (formatting.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void keepLog(Process process, CompletableFuture<Void> launched) {
        try (var said = process.inputReader(UTF_8);
                var log =
                        Files.newBufferedWriter(
                                settings.folder().resolve("broker.log"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                log.append(line).append('\n').flush();
                if (line.contains(STARTED)) {
                    launched.complete(null);
                }
            }
        } catch (IOException e) {
            launched.completeExceptionally(new UncheckedIOException(e));
        }
        launched.completeExceptionally(
                new IllegalStateException("The broker ended; its log is in " + settings.folder()));
    }

    private List<String> java(String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", settings.classPath(), main));
        command.addAll(List.of(arguments));
        return command;
    }
}
