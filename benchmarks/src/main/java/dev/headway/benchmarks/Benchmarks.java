package dev.headway.benchmarks;

import dev.headway.benchmarks.running.Checkout;
import dev.headway.benchmarks.running.DurablePostgres;
import dev.headway.benchmarks.speed.Size;
import dev.headway.benchmarks.speed.SpeedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Started by {@code ./headway bench}; each run has a folder and a server of its own. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        var asked = List.of(arguments);
        var folder = Files.createTempDirectory("headway-bench");
        try (var postgres = new DurablePostgres(folder.resolve("postgres"))) {
            speed(postgres, folder, asked);
        } finally {
            delete(folder);
        }
        // Axon's and the pools' threads have nothing left to do
        System.exit(0);
    }

    private static void speed(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        var quick = asked.contains("--quick");
        var parts = new LinkedHashSet<String>(SpeedRun.PARTS);
        var named = asked.stream().filter(each -> !each.startsWith("--")).toList();
        if (!named.isEmpty()) {
            parts.retainAll(Set.copyOf(named));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Which part? Some of: " + SpeedRun.PARTS);
        }
        var results =
                quick
                        ? Checkout.folder().resolve("benchmarks/target/quick")
                        : Checkout.folder().resolve("benchmarks");
        new SpeedRun(postgres, folder, quick ? Size.quick() : Size.full(number(asked, "rounds", 3)))
                .run(parts, results);
    }

    /** The number given as {@code --name=7}. */
    static int number(List<String> arguments, String name, int otherwise) {
        var start = "--" + name + "=";
        return arguments.stream()
                .filter(each -> each.startsWith(start))
                .mapToInt(each -> Integer.parseInt(each.substring(start.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
