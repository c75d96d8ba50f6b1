package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.Checkout;
import dev.headway.benchmarks.harness.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The figures as JSON for programs, and as {@code RESULTS.md} for people. */
final class SpeedReport {

    private static final String MARKDOWN =
            """
            # What the last run measured

            Written by `./headway bench`; the figures of one run on one machine, in turns. What counts are the ratios: run it on yours.
            Medians of %d rounds of %d s, with the least and the most. The client is one thread; how much of a core it took is among the figures.

            ## Goals
            | | goal | measured | |
            |---|---|---|---|
            %s

            ## Figures
            | | unit | median | min | max |
            |---|---|---:|---:|---:|
            %s

            ## Machine
            | | |
            |---|---|
            %s
            """;

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
        machine.put(
                "commit",
                Machine.printed(
                        "git", "-C", Checkout.folder().toString(), "rev-parse", "--short", "HEAD"));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("results"));
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
        Files.writeString(
                folder.resolve("results").resolve("last.json"),
                json.writeValueAsString(all()) + "\n");
        var markdown =
                MARKDOWN.formatted(
                        size.rounds(), size.run().toSeconds(), goals(), table(), described());
        Files.writeString(folder.resolve("RESULTS.md"), markdown);
        System.out.println("\n" + markdown);
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
                                        Figures.shown(each.max())))
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
