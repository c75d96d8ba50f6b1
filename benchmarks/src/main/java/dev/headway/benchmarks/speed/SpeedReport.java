package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Machine;
import dev.headway.benchmarks.speed.Figures.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The figures as JSON for programs, and as {@code RESULTS.md} for people. */
final class SpeedReport {

    private static final String MARKDOWN =
            """
            # What the last run measured

            Written by `./headway bench`; each part in one run on one machine, in turns. What counts are the ratios: run it on yours.
            Medians with the least and the most; the last run took %d rounds of %d s. The client is one thread; how much of a core it took is among the figures.

            ## Goals
            | | goal | measured | |
            |---|---|---|---|
            %s

            ## Figures
            | | unit | median | min | max | commit |
            |---|---|---:|---:|---:|---|
            %s

            ## Machine of the last run
            | | |
            |---|---|
            %s
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Figures figures;
    private final WorkloadSize size;
    private final Map<String, String> machine;

    SpeedReport(Figures figures, WorkloadSize size, String postgres) throws IOException {
        this.figures = figures;
        this.size = size;
        this.machine = new LinkedHashMap<>(Machine.described());
        machine.put("postgresql", postgres + ", fsync, synchronous_commit, full_page_writes on");
        machine.put("pgbench", Machine.printed("pgbench", "--version"));
        machine.put("date", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("commit", Machine.commit());
        machine.put("load average at its end", loadAverage());
    }

    /** Who else was at work: over 1, 5 and 15 minutes, and how many of how many tasks ran then. */
    private static String loadAverage() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).strip() : "unknown";
    }

    /**
     * @param parts what was measured; the figures of others stay as they were
     */
    void write(Path folder, Set<String> parts) throws IOException {
        var last = Files.createDirectories(folder.resolve("results")).resolve("last.json");
        keepOthers(last, parts);
        Files.writeString(
                last, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all()) + "\n");
        var markdown =
                MARKDOWN.formatted(
                        size.rounds(), size.run().toSeconds(), goals(), table(), described());
        Files.writeString(folder.resolve("RESULTS.md"), markdown);
        CostChart.write(folder, figures);
        System.out.println("\n" + markdown);
    }

    private void keepOthers(Path last, Set<String> parts) throws IOException {
        if (!Files.exists(last)) {
            return;
        }
        for (var figure : JSON.readTree(Files.readString(last)).path("figures")) {
            if (!parts.contains(figure.path("part").asString())) {
                figures.keep(JSON.treeToValue(figure, Figure.class));
            }
        }
    }

    private Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine);
        all.put("rounds", size.rounds());
        all.put("figures", figures.all());
        return all;
    }

    private String goals() {
        return Goal.ALL.stream()
                .map(
                        goal ->
                                figures.find(goal.figure())
                                        .map(
                                                figure ->
                                                        row(
                                                                goal.says(),
                                                                goal.bounds(),
                                                                Figures.shown(figure.median()),
                                                                goal.isMetBy(figure.median())
                                                                        ? "met"
                                                                        : "**not met**"))
                                        .orElse(
                                                row(
                                                        goal.says(),
                                                        goal.bounds(),
                                                        "",
                                                        "not measured")))
                .collect(Collectors.joining("\n"));
    }

    private String table() {
        return figures.all().stream()
                .map(
                        each ->
                                row(
                                        each.name(),
                                        each.unit(),
                                        Figures.shown(each.median()),
                                        Figures.shown(each.min()),
                                        Figures.shown(each.max()),
                                        each.commit()))
                .collect(Collectors.joining("\n"));
    }

    private String described() {
        return machine.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
