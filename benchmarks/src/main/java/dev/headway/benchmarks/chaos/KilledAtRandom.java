package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.harness.RestartableNode;
import dev.headway.testing.DurablePostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Very many events, and in the middle of them kill -9 of whoever publishes, of who reads, and of
 * the broker, in an order that a seed gives.
 */
public final class KilledAtRandom {

    private static final ChaosWorld.Shape ONE_READER = new ChaosWorld.Shape(1, 1, false);

    private final DurablePostgres stores;
    private final DurablePostgres answers;
    private final Path folder;
    private final Kills kills;

    /**
     * How often who is killed.
     *
     * @param events how many there are at least in the end
     * @param seed of the order
     */
    public record Kills(int events, int publisher, int consumer, int broker, long seed) {}

    public KilledAtRandom(
            DurablePostgres stores, DurablePostgres answers, Path folder, Kills kills) {
        this.stores = stores;
        this.answers = answers;
        this.folder = folder;
        this.kills = kills;
    }

    /**
     * Until there are as many events, and nobody is left to be killed.
     *
     * @return whether all is as it must be
     */
    public boolean run() throws Exception {
        System.out.println(kills);
        try (var world = new ChaosWorld(stores, answers, folder, "random", ONE_READER, List.of())) {
            var begun = System.nanoTime();
            var order = order(world);
            try (var _ = world.load(Duration.ZERO)) {
                for (int n = 0; n < order.size(); n++) {
                    var due = (long) kills.events() * n / order.size();
                    while (world.ledger.certain() < due) {
                        world.awaitCommands(1);
                    }
                    order.get(n).happens();
                    if (n % 10 == 0) {
                        tell(world, n);
                    }
                }
                while (world.head() < kills.events()) {
                    world.awaitCommands(100);
                }
            }
            var written = System.nanoTime();
            world.awaitPublished();
            var result = new Invariants(world).hold();
            result.tells("seconds under load", Duration.ofNanos(written - begun).toSeconds());
            result.tells("kills", order.size());
            return result.print();
        }
    }

    private static void tell(ChaosWorld world, int kill) throws Exception {
        System.out.printf(
                "  kill %d: %,d events, %,d published, %,d mirrored%n",
                kill, world.head(), world.published(), world.mirrored());
    }

    @FunctionalInterface
    private interface Killing {

        /** Returns when it runs again. */
        void happens() throws Exception;
    }

    private List<Killing> order(ChaosWorld world) {
        var order = new ArrayList<Killing>();
        order.addAll(Collections.nCopies(kills.publisher(), () -> again(world.publisher())));
        order.addAll(Collections.nCopies(kills.consumer(), () -> again(world.projection())));
        order.addAll(
                Collections.nCopies(
                        kills.broker(),
                        () -> {
                            world.nodes.broker().kill();
                            world.nodes.broker().startAgain();
                        }));
        Collections.shuffle(order, new Random(kills.seed()));
        return order;
    }

    private static void again(RestartableNode node) throws Exception {
        node.kill();
        node.start();
    }
}
