package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.running.DurablePostgres;
import dev.headway.benchmarks.running.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same commands while projections gather for different times before they work events in: what
 * longer gathering gives writers, and what it costs readers.
 */
final class GatheringCompared implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final List<Integer> MILLIS = List.of(20, 50, 100);

    private final Map<Integer, CommandsOverHttp> nodes = new LinkedHashMap<>();

    GatheringCompared(DurablePostgres postgres, Path folder)
            throws IOException, SQLException, InterruptedException {
        for (int millis : MILLIS) {
            nodes.put(
                    millis,
                    new CommandsOverHttp(
                            postgres,
                            folder,
                            "gathering_" + millis,
                            "-Dheadway.reading.gathering=" + millis + "ms"));
        }
    }

    void warmUp(Duration length) throws IOException, SQLException {
        for (var node : nodes.values()) {
            node.run(16, length);
            node.awaitQuiet();
        }
    }

    /** Each of them once. */
    void measure(Figures figures, Duration length) throws Exception {
        for (var node : nodes.entrySet()) {
            var name = "gathering %d ms".formatted(node.getKey());
            Machine.awaitIdle();
            var seen = node.getValue().runAndLook(CONNECTIONS, length);
            var p99 = seen.run().latencies().percentile(0.99);
            var lag = seen.lag().percentile(0.99);
            figures.add(name, "1/s", seen.run().perSecond());
            figures.add(name + ", p99", "ms", p99);
            figures.add(name + ", lag p99", "ms", lag);
            figures.add(name + ", lag p99 / command p99", "", lag / p99);
            node.getValue().awaitQuiet();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var node : nodes.values()) {
            node.close();
        }
    }
}
