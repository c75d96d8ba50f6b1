package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Machine;
import dev.headway.testing.DurablePostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is measured, in one run on one fresh server. */
public final class SpeedRun {

    /** What can be asked for by name. */
    public static final List<String> PARTS =
            List.of("commands", "load", "sweep", "lists", "rebuild", "startup");

    /** What is measured only when it is named. */
    public static final List<String> ON_REQUEST =
            List.of(
                    "gathering",
                    "groups",
                    "cores",
                    "before",
                    "alerts",
                    "console",
                    "verify",
                    "sealing",
                    "split",
                    "cost");

    private final DurablePostgres postgres;
    private final Path folder;
    private final WorkloadSize size;
    private final @Nullable Path before;
    private final Figures figures = new Figures(Machine.commit());

    /**
     * @param before another checkout that has been built, to compare this one with; null for none
     */
    public SpeedRun(
            DurablePostgres postgres, Path folder, WorkloadSize size, @Nullable Path before) {
        this.postgres = postgres;
        this.folder = folder;
        this.size = size;
        this.before = before;
    }

    /** Measures these parts and writes down what came out. */
    public void run(Set<String> parts, Path results) throws Exception {
        for (var part : parts) {
            System.out.println(part);
            figures.begin(part);
            measure(part);
        }
        new SpeedReport(figures, size, postgres.version()).write(results, parts);
    }

    private void measure(String part) throws Exception {
        switch (part) {
            case "commands" -> commands();
            case "load" -> load();
            case "sweep" -> sweep();
            case "lists" -> lists();
            case "rebuild" -> rebuild();
            case "startup" -> startUp();
            case "gathering" -> compare(SettingsCompared.gathering(postgres, folder));
            case "alerts" -> alerts();
            case "console" -> console();
            case "verify" -> verify();
            case "groups" -> compare(SettingsCompared.groups(postgres, folder));
            case "before" -> before();
            case "sealing" -> sealing();
            case "cost" -> cost();
            case "split" -> split();
            case "cores" -> compare(SettingsCompared.cores(postgres, folder));
            default -> throw new IllegalArgumentException("There is nothing called " + part);
        }
    }

    /** Limit, service and stock engine in turns, so that whatever drifts drifts for all. */
    private void commands() throws Exception {
        var limit = new CommitLimit(postgres, folder);
        try (var headway = new CommandsOverHttp(postgres, folder, "with_projections");
                var writing =
                        new CommandsOverHttp(
                                postgres,
                                folder,
                                "without_projections",
                                "-Dheadway.reading.auto-start=false",
                                "-Dheadway.watching.auto-start=false");
                var stock = new StockCommands(postgres)) {
            warmUp(headway, writing, stock);
            for (int round = 0; round < size.rounds(); round++) {
                for (int clients : size.connections()) {
                    limit(limit, clients);
                    headway(headway, clients);
                    withoutProjections(writing, clients);
                    Machine.awaitIdle();
                    figures.add(
                            "stock engine, in-process, " + clients,
                            "1/s",
                            stock.run(clients, size.run()));
                }
            }
            figures.add(
                    "resident memory after the load",
                    "MiB",
                    Machine.residentMebibytes(headway.node().pid()));
        }
        for (int clients : size.connections()) {
            var best =
                    figures.find("L(" + clients + ") pgbench").isPresent() ? " pgbench" : " JDBC";
            var under = "L(" + clients + ")" + best;
            figures.addRatio(
                    "ratio: commands over HTTP / L, " + clients,
                    "commands over HTTP, " + clients,
                    under);
            figures.addRatio(
                    "ratio: without projections / L, " + clients,
                    "without projections, " + clients,
                    under);
            figures.addRatio(
                    "ratio: stock in-process / L, " + clients,
                    "stock engine, in-process, " + clients,
                    under);
        }
    }

    private void warmUp(CommandsOverHttp headway, CommandsOverHttp writing, StockCommands stock)
            throws Exception {
        headway.run(16, size.warmUp());
        writing.run(16, size.warmUp());
        stock.run(16, size.warmUp().dividedBy(2));
        headway.awaitQuiet();
    }

    private void limit(CommitLimit limit, int clients) throws Exception {
        figures.add("idle before L(" + clients + ")", "", Machine.awaitIdle());
        var pgbench = limit.byPgbench(clients, size.run());
        if (pgbench.isPresent()) {
            figures.add("L(" + clients + ") pgbench", "1/s", pgbench.getAsDouble());
        }
        Machine.awaitIdle();
        figures.add("L(" + clients + ") JDBC", "1/s", limit.byJdbc(clients, size.run()));
    }

    private void headway(CommandsOverHttp headway, int clients) throws Exception {
        Machine.awaitIdle();
        var cpu = headway.node().cpu();
        var seen = headway.runAndLook(clients, size.run());
        var run = seen.run();
        var spent = headway.node().cpu().minus(cpu).toNanos() / 1e3;
        var p50 = run.latencies().percentile(0.5);
        var p99 = run.latencies().percentile(0.99);
        var lag = seen.lag().percentile(0.99);
        figures.add("commands over HTTP, " + clients, "1/s", run.perSecond());
        figures.add("commands over HTTP, " + clients + ", p50", "ms", p50);
        figures.add("commands over HTTP, " + clients + ", p99", "ms", p99);
        figures.add("commands over HTTP, " + clients + ", p99/p50", "", p99 / p50);
        figures.add("commands over HTTP, " + clients + ", not 2xx", "", run.refused());
        figures.add("commands over HTTP, " + clients + ", client CPU", "cores", run.cpuShare());
        figures.add(
                "commands over HTTP, " + clients + ", service CPU each", "µs", spent / run.all());
        figures.add("lag, " + clients + ", p50", "ms", seen.lag().percentile(0.5));
        figures.add("lag, " + clients + ", p99", "ms", lag);
        figures.add("lag p99 / command p99, " + clients, "", lag / p99);
        headway.awaitQuiet();
    }

    private void withoutProjections(CommandsOverHttp writing, int clients) throws Exception {
        Machine.awaitIdle();
        var cpu = writing.node().cpu();
        var run = writing.run(clients, size.run());
        var spent = writing.node().cpu().minus(cpu).toNanos() / 1e3;
        figures.add("without projections, " + clients, "1/s", run.perSecond());
        figures.add(
                "without projections, " + clients + ", service CPU each", "µs", spent / run.all());
        figures.add(
                "without projections, " + clients + ", p99",
                "ms",
                run.latencies().percentile(0.99));
    }

    private void load() throws Exception {
        try (var load = new AggregateLoad(postgres, folder)) {
            // the first round warms it up, or the short lives would be measured on a cold service
            for (int round = 0; round < size.rounds() + 1; round++) {
                load.measure(round == 0 ? new Figures("") : figures, size.run().dividedBy(2));
            }
        }
        figures.addRatio("ratio: load of 10,000 / of 10", "load, 10000 events", "load, 10 events");
    }

    private void sweep() throws Exception {
        var small = size.watched() / 100;
        try (var few = new SweepCost(postgres, folder, Math.max(small, 10_000));
                var many = new SweepCost(postgres, folder, Math.max(size.watched(), 20_000))) {
            for (int round = 0; round < size.rounds() + 1; round++) {
                // the first round of each warms it up
                var into = round == 0 ? new Figures("") : figures;
                few.measure(into, round);
                many.measure(into, round);
            }
            figures.addRatio("ratio: sweep of many / of few", many.figure(), few.figure());
        }
    }

    private void lists() throws Exception {
        try (var lists = new ListAndSearch(postgres, folder, size.listed())) {
            // the first round warms it up, as commands are
            for (int round = 0; round < size.rounds() + 1; round++) {
                lists.measure(round == 0 ? new Figures("") : figures, size.run().dividedBy(5));
            }
        }
    }

    private void rebuild() throws Exception {
        var rebuild = new RebuildAgainstCopy(postgres, folder, size.rebuilt());
        for (int round = 0; round < size.rounds(); round++) {
            rebuild.measure(figures, round);
        }
        figures.addRatio("ratio: rebuild / COPY", "rebuild events", "copy rows");
    }

    private void sealing() throws Exception {
        compare(SettingsCompared.sealing(postgres, folder));
        figures.addRatio(
                "ratio: names sealed / as they are",
                SettingsCompared.NAMES_SEALED,
                SettingsCompared.NAMES_AS_THEY_ARE);
    }

    /** In turns. */
    private void compare(SettingsCompared services) throws Exception {
        try (var compared = services) {
            compared.warmUp(size.warmUp());
            for (int round = 0; round < size.rounds(); round++) {
                compared.measure(figures, size.run());
            }
        }
    }

    /** Once, since the first time is what counts. */
    private void alerts() throws Exception {
        try (var flood = new AlertFlood(postgres, folder)) {
            flood.measure(figures, size.raisedAtOnce(), size.dueAfterImport());
        }
    }

    /** At the size that the board is promised for. */
    private void console() throws Exception {
        try (var console = new ConsoleInBrowser(postgres, folder, WorkloadSize.ON_THE_BOARD)) {
            console.measure(figures, size.rounds());
        }
    }

    private void verify() throws Exception {
        try (var verified = new VerifiedExport(postgres, folder, size.rebuilt())) {
            verified.measure(figures, size.rounds());
        }
    }

    private void before() throws Exception {
        if (before == null) {
            throw new IllegalArgumentException("Before what? --before=<a checkout that was built>");
        }
        compare(SettingsCompared.before(postgres, folder, before));
        figures.addRatio("ratio: commands/s now / before", "now", "before");
        figures.addRatio(
                "ratio: service CPU of a command now / before",
                "now, service CPU each",
                "before, service CPU each");
        figures.addRatio("ratio: lag p99 now / before", "now, lag p99", "before, lag p99");
    }

    private void cost() throws Exception {
        try (var cost = new CommandCost(postgres, folder, before)) {
            cost.warmUp(figures, size.warmUp());
            for (int round = 0; round < size.rounds(); round++) {
                cost.measure(figures, size.run());
            }
            cost.conclude(figures);
        }
    }

    /** One process beside many. */
    private void split() throws Exception {
        try (var split = new SplitSpeed(postgres, folder, size.rebuilt())) {
            split.fill(figures);
            split.warmUp(size.warmUp());
            for (int round = 0; round < size.rounds(); round++) {
                split.measure(figures, size.run());
            }
        }
        figures.addRatio("ratio: split / single", SplitSpeed.BOTH, SplitSpeed.SINGLE);
        figures.addRatio(
                "ratio: lifecycle node alone / single", SplitSpeed.ALONE, SplitSpeed.SINGLE);
    }

    private void startUp() throws Exception {
        var start = new StartUp(folder);
        for (int round = 0; round < size.rounds(); round++) {
            start.measure(figures);
        }
    }
}
