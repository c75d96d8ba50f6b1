package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.harness.SplitProcesses;
import dev.headway.benchmarks.safety.SteadyLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** What becomes of the broker, and of the topic at it. */
final class BrokerChecks {

    private static final String EXPIRED =
            """
            select partition || ' ' || topic_offset + 1
            from   mirror_partition
            """;

    private BrokerChecks() {}

    /**
     * First Headway's own publisher, which is closed when its records expire; then one that writes
     * on behind those that expired, and sends them again afterwards.
     */
    static void stopped(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            var epoch = world.epoch();
            world.nodes.broker().freeze();
            world.awaitEpochBeyond(epoch);
            world.nodes.broker().thaw();
            world.awaitCommands(extent.commands());
        }
        var reader = world.projection();
        reader.kill();
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
        }
        world.awaitPublished();
        if (world.topic.leaveAGapAndComeAgain(offsets(world)) == 0) {
            throw new IllegalStateException("Nothing expired");
        }
        reader.start();
    }

    static void topicMadeAnew(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            world.topic.delete();
            world.awaitCommands(extent.commands());
        }
    }

    /** Once while everybody looks on, and once while the reader has yet to read what is lost. */
    static void logTruncated(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            loseAPartition(world);
            world.awaitCommands(extent.commands());
            world.projection().kill();
            world.awaitCommands(extent.commands());
            loseAPartition(world);
            world.projection().start();
        }
    }

    static void partitionsRaised(ChaosWorld world, Extent extent) throws Exception {
        var partitions = world.topic.partitions();
        try (var _ = load(world)) {
            world.awaitCommands(extent.commands());
            var epoch = world.epoch();
            world.topic.raiseTo(partitions + 3);
            world.awaitEpochBeyond(epoch);
            world.awaitCommands(extent.commands());
        }
    }

    private static SteadyLoad load(ChaosWorld world) {
        return world.load(Duration.ofMillis(15));
    }

    /** The largest one, since others may have nothing to lose. */
    private static void loseAPartition(ChaosWorld world) throws Exception {
        world.nodes.broker().kill();
        var partitions = new TreeMap<Long, Path>();
        var data = world.nodes.brokerFolder().resolve("data");
        try (var all = Files.newDirectoryStream(data, SplitProcesses.TOPIC + "-*")) {
            for (var each : all) {
                size(each).ifPresent(bytes -> partitions.put(bytes, each));
            }
        }
        FileSystemUtils.deleteRecursively(partitions.lastEntry().getValue());
        world.nodes.broker().startAgain();
    }

    private static Optional<Long> size(Path partition) throws IOException {
        var first = partition.resolve("00000000000000000000.log");
        return Files.exists(first) ? Optional.of(Files.size(first)) : Optional.empty();
    }

    /** Where the mirror goes on. */
    private static Map<Integer, Long> offsets(ChaosWorld world) throws SQLException {
        var offsets = new HashMap<Integer, Long>();
        for (var row : Sql.texts(world::mirror, EXPIRED)) {
            var columns = row.split(" ", 2);
            offsets.put(Integer.valueOf(columns[0]), Long.valueOf(columns[1]));
        }
        return offsets;
    }
}
