package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Checkout;
import dev.headway.benchmarks.harness.Machine;
import dev.headway.benchmarks.harness.ProcessorTimes;
import dev.headway.benchmarks.harness.Wrk;
import dev.headway.testing.DurablePostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command costs, and where that goes: touchpoints by {@code wrk} at 64 connections, the
 * processor time of each part of the service for each of them, and how much of what PostgreSQL can
 * do without an application, L(64), is left. With another checkout, that one in turns.
 */
final class CommandCost implements AutoCloseable {

    static final String NOW = "now";
    static final String BEFORE = "before";
    static final String ALL = "all parts";

    private static final int CONNECTIONS = 64;
    private static final Duration FIRST = Duration.ofSeconds(30);

    private final DurablePostgres postgres;
    private final CommitLimit limit;
    private final Map<String, Measured> services = new LinkedHashMap<>();

    private record Measured(CommandsOverHttp commands, Wrk client) {}

    /**
     * @param before another checkout that has been built; null for this one alone
     */
    CommandCost(DurablePostgres postgres, Path folder, @Nullable Path before)
            throws IOException, SQLException {
        this.postgres = postgres;
        this.limit = new CommitLimit(postgres, folder);
        if (before != null) {
            add(BEFORE, before, folder);
        }
        add(NOW, Checkout.folder(), folder);
    }

    private void add(String name, Path checkout, Path folder) throws IOException, SQLException {
        var commands = new CommandsOverHttp(checkout, postgres, folder, "cost_" + name);
        services.put(name, new Measured(commands, commands.wrk(folder.resolve("cost_" + name))));
    }

    /** From a fresh start: what the first half minute does, and how far it is warm after that. */
    void warmUp(Figures figures, Duration length) throws Exception {
        for (var service : services.entrySet()) {
            Machine.awaitIdle();
            var first = service.getValue().client.run(CONNECTIONS, FIRST);
            figures.add(service.getKey() + ", first 30 s", "1/s", first.perSecond());
            service.getValue().client.run(CONNECTIONS, length);
            service.getValue().commands.awaitQuiet();
        }
    }

    /** The limit, then each of them. */
    void measure(Figures figures, Duration length) throws Exception {
        Machine.awaitIdle();
        var pgbench = limit.byPgbench(CONNECTIONS, length);
        var most = pgbench.isPresent() ? pgbench.getAsDouble() : limit.byJdbc(CONNECTIONS, length);
        figures.add("cost: L(64)", "1/s", most);
        for (var service : services.entrySet()) {
            measure(figures, service.getKey(), service.getValue(), length);
        }
    }

    private void measure(Figures figures, String name, Measured service, Duration length)
            throws Exception {
        Machine.awaitIdle();
        try (var connection = postgres.connect("cost_" + name)) {
            var jvm = service.commands.node().pid();
            var before = ProcessorTimes.of(jvm, connection);
            var run = service.client.run(CONNECTIONS, length);
            var each = ProcessorTimes.of(jvm, connection).eachSince(before, run.all());
            figures.add(name + ", commands", "1/s", run.perSecond());
            figures.add(name + ", commands failed", "", run.failed());
            figures.add(name + ", p99 by wrk", "ms", run.p99().toNanos() / 1e6);
            figures.add(name + ", p99/p50 by wrk", "", run.p99OverP50());
            each.forEach((part, micros) -> figures.add(name + ", " + part, "µs", micros));
            figures.add(
                    name + ", " + ALL,
                    "µs",
                    each.values().stream().mapToDouble(Double::doubleValue).sum());
        }
        service.commands.awaitQuiet();
    }

    /** What follows from all rounds. */
    void conclude(Figures figures) throws IOException {
        for (var service : services.entrySet()) {
            var name = service.getKey();
            figures.addRatio(
                    "ratio: " + name + ", commands / L(64)", name + ", commands", "cost: L(64)");
            var steady = figures.find(name + ", commands").orElseThrow().median();
            figures.find(name + ", first 30 s")
                    .ifPresent(
                            first ->
                                    figures.add(
                                            "ratio: " + name + ", first 30 s / steady",
                                            "",
                                            first.median() / steady));
            figures.add(
                    name + ", resident memory",
                    "MiB",
                    Machine.residentMebibytes(service.getValue().commands.node().pid()));
        }
        figures.addRatio("ratio: cost now / before", NOW + ", " + ALL, BEFORE + ", " + ALL);
    }

    @Override
    public void close() throws InterruptedException {
        for (var service : services.values()) {
            service.commands.close();
        }
    }
}
