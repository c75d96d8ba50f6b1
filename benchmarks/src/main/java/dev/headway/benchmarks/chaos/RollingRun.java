package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.harness.RestartableNode;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.Haproxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nodes of both kinds are exchanged one after the other behind a gateway, under load: no request
 * fails, nothing is done twice, and nobody takes longer to end than 30 seconds. Once behind the
 * small gateway with two projection nodes over one PostgreSQL, and once behind a deployment's, with
 * one for each.
 */
public final class RollingRun {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int ROUNDS = 2;

    private final DurablePostgres stores;
    private final DurablePostgres answers;
    private final Path folder;
    private final int requests;

    /**
     * @param requests how many at least, while nodes are exchanged
     */
    public RollingRun(DurablePostgres stores, DurablePostgres answers, Path folder, int requests) {
        this.stores = stores;
        this.answers = answers;
        this.folder = folder;
        this.requests = requests;
    }

    /**
     * Behind the small gateway.
     *
     * @return whether all is as it must be
     */
    public boolean behindTheSmallGateway() throws Exception {
        return run("rolling_small", new ChaosWorld.Shape(2, 1, false));
    }

    /** Behind a deployment's gateway, where it is installed. */
    public boolean behindHaproxy() throws Exception {
        if (!Haproxy.isInstalled()) {
            System.out.println("Left out: haproxy is not installed");
            return true;
        }
        return run("rolling_haproxy", new ChaosWorld.Shape(2, 2, true));
    }

    private boolean run(String name, ChaosWorld.Shape shape) throws Exception {
        System.out.printf(
                "%s: %d projection nodes over %d databases%n",
                name, shape.projectionNodes(), shape.databases());
        try (var world = new ChaosWorld(stores, answers, folder, name, shape, List.of())) {
            world.nodes.projection().get(1).start();
            var load = new CountedRequests(world);
            var slowest = Duration.ZERO;
            var ended = 0;
            try (load) {
                for (int round = 0; round < ROUNDS || load.answered() < requests; round++) {
                    for (var node : all(world)) {
                        var took = node.end();
                        node.start();
                        System.out.printf("  ended in %d ms%n", took.toMillis());
                        slowest = took.compareTo(slowest) > 0 ? took : slowest;
                        ended++;
                    }
                }
            }
            var result = new Invariants(world).hold();
            result.tells("requests answered", load.answered());
            result.mustBeNought("requests failed", load.failed());
            result.tells("nodes exchanged", ended);
            result.tells("slowest end, ms", slowest.toMillis());
            result.mustBeNought("ends of more than 30 s", slowest.compareTo(LONGEST) > 0 ? 1 : 0);
            load.failures().forEach(each -> System.out.println("  failed: " + each));
            return result.print();
        }
    }

    private static List<RestartableNode> all(ChaosWorld world) {
        return Stream.concat(world.nodes.lifecycle().stream(), world.nodes.projection().stream())
                .toList();
    }
}
