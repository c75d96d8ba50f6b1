package dev.headway.benchmarks;

import dev.headway.benchmarks.chaos.BrokerAway;
import dev.headway.benchmarks.chaos.ChaosRun;
import dev.headway.benchmarks.chaos.KilledAtRandom;
import dev.headway.benchmarks.chaos.RollingRun;
import dev.headway.benchmarks.harness.Checkout;
import dev.headway.benchmarks.safety.KillRun;
import dev.headway.benchmarks.safety.StressRun;
import dev.headway.benchmarks.speed.SpeedRun;
import dev.headway.benchmarks.speed.WorkloadSize;
import dev.headway.testing.DurablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Started by {@code ./headway bench}; each run has a folder and a server of its own. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        lookOften();
        var asked = List.of(arguments);
        var folder = Files.createTempDirectory("headway-bench");
        var good = true;
        try (var postgres = new DurablePostgres(folder.resolve("postgres"))) {
            switch (asked.isEmpty() ? "" : asked.getFirst()) {
                case "stress" -> stress(postgres, folder, asked);
                case "kills" -> kills(postgres, folder, asked);
                case "chaos" -> good = chaos(postgres, folder, asked);
                case "rolling" -> good = rolling(postgres, folder, asked);
                default -> speed(postgres, folder, asked);
            }
        } finally {
            delete(folder);
        }
        // Axon's and the pools' threads have nothing left to do
        System.exit(good ? 0 : 1);
    }

    /** What is waited for is often measured as well; what throws does not hold yet. */
    private static void lookOften() {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
        Awaitility.pollInSameThread();
        Awaitility.ignoreExceptionsByDefault();
    }

    private static void kills(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        var kills = new KillRun(postgres, folder, number(asked, "times", 20));
        if (!asked.contains("--only=postgres")) {
            kills.ofTheService();
        }
        if (!asked.contains("--only=service")) {
            kills.ofPostgres();
        }
    }

    private static void stress(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        var events = number(asked, "events", 1_000_000);
        var stall = Duration.ofSeconds(number(asked, "stall", 120));
        new StressRun(postgres, folder, events, stall).run();
    }

    private static boolean chaos(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        try (var answers = new DurablePostgres(folder.resolve("answers"))) {
            if (number(asked, "events", 0) > 0) {
                return new KilledAtRandom(postgres, answers, folder, kills(asked)).run();
            }
            if (number(asked, "away", 0) > 0) {
                var away = Duration.ofSeconds(number(asked, "away", 0));
                return new BrokerAway(postgres, answers, folder, away).run();
            }
            var run = new ChaosRun(postgres, answers, folder, asked.contains("--short"));
            return asked.contains("--without-predecessor")
                    ? run.runWithoutPredecessor()
                    : run.run(names(asked, "only"));
        }
    }

    private static KilledAtRandom.Kills kills(List<String> asked) {
        return new KilledAtRandom.Kills(
                number(asked, "events", 0),
                number(asked, "publisher-kills", 20),
                number(asked, "consumer-kills", 50),
                number(asked, "broker-kills", 10),
                number(asked, "seed", 16));
    }

    private static boolean rolling(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        try (var answers = new DurablePostgres(folder.resolve("answers"))) {
            var run = new RollingRun(postgres, answers, folder, number(asked, "requests", 50_000));
            var good = true;
            if (!asked.contains("--gateway=haproxy")) {
                good = run.behindTheSmallGateway();
            }
            if (!asked.contains("--gateway=small")) {
                good &= run.behindHaproxy();
            }
            return good;
        }
    }

    /** Those given as {@code --only=one,another}; none without. */
    private static Set<String> names(List<String> arguments, String name) {
        var start = "--" + name + "=";
        return arguments.stream()
                .filter(each -> each.startsWith(start))
                .flatMap(each -> Stream.of(each.substring(start.length()).split(",")))
                .collect(Collectors.toSet());
    }

    private static void speed(DurablePostgres postgres, Path folder, List<String> asked)
            throws Exception {
        var quick = asked.contains("--quick");
        var named = asked.stream().filter(each -> !each.startsWith("--")).toList();
        var parts = new LinkedHashSet<String>(SpeedRun.PARTS);
        if (!named.isEmpty()) {
            parts.addAll(SpeedRun.ON_REQUEST);
            parts.retainAll(Set.copyOf(named));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Which part? Some of: " + SpeedRun.PARTS + SpeedRun.ON_REQUEST);
        }
        var results =
                quick
                        ? Checkout.folder().resolve("benchmarks/target/quick")
                        : Checkout.folder().resolve("benchmarks");
        new SpeedRun(
                        postgres,
                        folder,
                        size(quick ? WorkloadSize.quick() : WorkloadSize.full(), asked),
                        before(asked))
                .run(parts, results);
    }

    private static WorkloadSize size(WorkloadSize usual, List<String> asked) {
        var size =
                usual.with(
                        number(asked, "rounds", usual.rounds()),
                        number(asked, "seconds", (int) usual.run().toSeconds()),
                        number(asked, "warm-up", (int) usual.warmUp().toSeconds()));
        var connections = number(asked, "connections", 0);
        return connections == 0 ? size : size.at(connections);
    }

    /** The checkout given as {@code --before=/a/folder}, if one is. */
    private static @Nullable Path before(List<String> arguments) {
        return arguments.stream()
                .filter(each -> each.startsWith("--before="))
                .map(each -> Path.of(each.substring("--before=".length())).toAbsolutePath())
                .findFirst()
                .orElse(null);
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
