package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.safety.SafetyResult;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.PredecessorCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks, one after the other on the same processes: anew after one that failed. */
public final class ChaosRun {

    /** Records expire soon, so that the broker need not be stopped for long. */
    private static final List<String> IMPATIENT =
            List.of(
                    // what lives for a check is not worth compiling twice
                    "-XX:TieredStopAtLevel=1",
                    "-Dheadway.kafka.partitions=3",
                    "-Dheadway.kafka.client.delivery.timeout.ms=4000",
                    "-Dheadway.kafka.client.request.timeout.ms=2000",
                    "-Dheadway.kafka.client.metadata.max.age.ms=1000",
                    "-Dheadway.publishing.lease=5s",
                    "-Dheadway.publishing.look-again=1s",
                    "-Dheadway.mirror.look-again=1s");

    private static final ChaosWorld.Shape TWO_OVER_ONE = new ChaosWorld.Shape(2, 1, false);

    private static final List<Check> CHECKS =
            List.of(
                    new Check(
                            "broker",
                            "broker stopped for longer than a record may take",
                            BrokerChecks::stopped),
                    new Check(
                            "publisher",
                            "publisher stopped where it stands, and woken",
                            NodeChecks::publisherStopped),
                    new Check("two", "two publishers at once", NodeChecks::twoPublishers),
                    new Check(
                            "reader",
                            "reader stopped inside its transaction",
                            NodeChecks::readerStopped),
                    new Check(
                            "topic",
                            "topic deleted and made anew under its readers",
                            BrokerChecks::topicMadeAnew),
                    new Check("log", "log of a partition lost", BrokerChecks::logTruncated),
                    new Check(
                            "partitions",
                            "more partitions under load",
                            BrokerChecks::partitionsRaised),
                    new Check(
                            "policy",
                            "policy changed between two events",
                            EventChecks::policyChanged),
                    new Check("poison", "an event that nothing reads", EventChecks::poison),
                    new Check(
                            "node",
                            "kill -9 of a projection node with its PostgreSQL",
                            NodeChecks::projectionNodeKilled));

    private final DurablePostgres stores;
    private final DurablePostgres answers;
    private final Path folder;
    private final Extent extent;
    private final List<String> table = new ArrayList<>();
    private int worlds;
    private boolean good = true;

    /**
     * @param stores for what lifecycle nodes store, and for what is rebuilt from it
     * @param answers for projection nodes
     * @param isShort whether it is only to be seen that checks work
     */
    public ChaosRun(DurablePostgres stores, DurablePostgres answers, Path folder, boolean isShort) {
        this.stores = stores;
        this.answers = answers;
        this.folder = folder;
        this.extent = isShort ? Extent.SHORT : Extent.FULL;
    }

    /**
     * All of them, or those that are named.
     *
     * @return whether all is as it must be
     */
    public boolean run(Set<String> only) throws Exception {
        var chosen =
                CHECKS.stream()
                        .filter(each -> only.isEmpty() || only.contains(each.name()))
                        .toList();
        if (chosen.isEmpty()) {
            var names = CHECKS.stream().map(Check::name).collect(Collectors.joining(" "));
            throw new IllegalArgumentException("Which check? Some of: " + names);
        }
        try {
            run(chosen);
        } finally {
            tell();
        }
        return good;
    }

    /**
     * The first check, against a mirror that takes whatever is newer.
     *
     * @return whether all is as it must be
     */
    public boolean runWithoutPredecessor() throws Exception {
        try (var world = world()) {
            try (var mirror = world.mirror()) {
                PredecessorCheck.takeOut(mirror);
            }
            hold(CHECKS.getFirst(), world);
        }
        tell();
        return good;
    }

    private void run(List<Check> checks) throws Exception {
        @Nullable ChaosWorld world = null;
        try {
            for (var check : checks) {
                if (world == null) {
                    world = world();
                }
                if (!hold(check, world)) {
                    world.close();
                    world = null;
                }
            }
        } finally {
            if (world != null) {
                world.close();
            }
        }
    }

    private ChaosWorld world() throws Exception {
        return new ChaosWorld(
                stores, answers, folder, "chaos_" + worlds++, TWO_OVER_ONE, IMPATIENT);
    }

    private boolean hold(Check check, ChaosWorld world) {
        var begun = System.nanoTime();
        var before = world.ledger.certain();
        String outcome;
        boolean held;
        try {
            check.trouble().happens(world, extent);
            var result = new Invariants(world).hold();
            held = result.wrong().isEmpty();
            outcome = held ? told(result) : result.wrong().toString();
        } catch (Exception e) {
            held = false;
            outcome = e.toString();
        }
        good &= held;
        var took = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        var line =
                "%-6s | %-50s | %,7d commands | %4d s | %s"
                        .formatted(
                                held ? "ok" : "FAILED",
                                check.says(),
                                world.ledger.certain() - before,
                                took,
                                outcome);
        System.out.println(line);
        table.add(line);
        return held;
    }

    private static String told(SafetyResult result) {
        return List.of("events", "projection tables compared", "open alerts", "alerts told of")
                .stream()
                .map(each -> Map.entry(each, result.found().getOrDefault(each, 0L)))
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void tell() {
        System.out.println();
        table.forEach(System.out::println);
        System.out.println(good ? "All as it must be" : "NOT as it must be");
    }
}
