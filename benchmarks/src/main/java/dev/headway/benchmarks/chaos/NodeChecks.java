package dev.headway.benchmarks.chaos;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.RestartableNode;
import dev.headway.benchmarks.safety.SteadyLoad;
import dev.headway.testing.HeldUpReader;
import java.time.Duration;

/** What becomes of nodes, and of the databases they work on. */
final class NodeChecks {

    private static final Duration BETWEEN_TAKEOVERS = Duration.ofMillis(300);

    private static final String PROJECTING =
            """
            select count(*)
            from   pg_stat_activity
            where  datname = current_database()
            and    state in ('idle in transaction', 'active')
            and    pid <> pg_backend_pid()
            and    xact_start < clock_timestamp() - interval '200 milliseconds'
            """;

    private NodeChecks() {}

    static void publisherStopped(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            var publisher = world.publisher().process();
            var epoch = world.epoch();
            publisher.freeze();
            extent.standStill();
            publisher.thaw();
            world.awaitEpochBeyond(epoch);
            world.awaitCommands(extent.commands());
        }
    }

    /**
     * The one that publishes is stopped in the middle of whatever it sends, its lease is over, and
     * it goes on when the other has begun.
     */
    static void twoPublishers(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            for (int takeover = 0; takeover < extent.times(); takeover++) {
                var publisher = world.publisher().process();
                var epoch = world.epoch();
                publisher.freeze();
                Sql.execute(world::store, "update publishing set until = '-infinity'");
                world.awaitEpochBeyond(epoch);
                publisher.thaw();
                Extent.pause(BETWEEN_TAKEOVERS);
            }
            world.awaitCommands(extent.commands());
        }
    }

    /**
     * In the middle of the statement that takes events, and in the middle of what a projection
     * makes of them. Another node over the same PostgreSQL goes on, and then it wakes up.
     */
    static void readerStopped(ChaosWorld world, Extent extent) throws Exception {
        var first = world.projection();
        var second = world.nodes.projection().get(1);
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            stopInside(world, first);
            goOnBeside(world, extent, first, second);
            stopWhileProjecting(world, first);
            goOnBeside(world, extent, first, second);
        } finally {
            second.close();
        }
    }

    private static void stopInside(ChaosWorld world, RestartableNode reader) throws Exception {
        try (var mirror = world.mirror();
                var held = new HeldUpReader(mirror)) {
            held.awaitInside();
            reader.process().freeze();
        }
    }

    private static void stopWhileProjecting(ChaosWorld world, RestartableNode reader)
            throws Exception {
        reader.process().freeze();
        for (int tries = 0; tries < 200 && Sql.number(world::mirror, PROJECTING) == 0; tries++) {
            reader.process().thaw();
            Extent.pause(Duration.ofMillis(7L + tries % 13));
            reader.process().freeze();
            Extent.pause(Duration.ofMillis(250));
        }
    }

    private static void goOnBeside(
            ChaosWorld world, Extent extent, RestartableNode first, RestartableNode second)
            throws Exception {
        second.start();
        world.awaitCommands(extent.commands());
        world.awaitPublished();
        var head = world.published();
        await("the other node to read on")
                .atMost(ChaosWorld.PATIENCE)
                .until(() -> world.mirrored() >= head);
        first.process().thaw();
        world.awaitCommands(extent.commands());
        second.end();
    }

    /** The node and its PostgreSQL, at once. */
    static void projectionNodeKilled(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            for (int kill = 0; kill < Math.max(2, extent.times() / 3); kill++) {
                world.awaitCommands(extent.commands());
                world.projection().kill();
                world.answers.kill();
                world.answers.startAgain();
                world.projection().start();
            }
        }
    }

    private static SteadyLoad load(ChaosWorld world) {
        return world.load(Duration.ofMillis(15));
    }
}
