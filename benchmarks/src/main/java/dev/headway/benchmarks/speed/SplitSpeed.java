package dev.headway.benchmarks.speed;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.Machine;
import dev.headway.benchmarks.harness.SplitProcesses;
import dev.headway.testing.DurablePostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The single process beside the split, in turns: commands a second of a lifecycle node that keeps
 * no questions and publishes, with the projection node at work on the same machine and with one
 * that stands still, as if it had a machine of its own; how many positions that one is behind; and
 * how fast a store comes onto a topic that is empty, and from there into a mirror that is.
 */
final class SplitSpeed implements AutoCloseable {

    static final String SINGLE = "split: the single process";
    static final String BOTH = "split: lifecycle node, projection node beside it";
    static final String ALONE = "split: lifecycle node, projection node elsewhere";

    private static final String HEAD = "select coalesce(max(position), 0) from event";
    private static final String POSITION = "select position from publishing";

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int CONNECTIONS = 64;
    private static final int EVENTS_EACH = 6;

    private final DurablePostgres postgres;
    private final DurablePostgres answers;
    private final CommandsOverHttp single;
    private final SplitProcesses nodes;
    private final int seeded;
    private @Nullable CommandsOverHttp split;

    /**
     * @param seeded how many events there are to publish
     */
    SplitSpeed(DurablePostgres postgres, Path folder, int seeded) throws Exception {
        this.postgres = postgres;
        this.seeded = seeded;
        this.answers = new DurablePostgres(folder.resolve("split_answers"));
        this.single = new CommandsOverHttp(postgres, folder, "split_single");
        postgres.create("split_store");
        this.nodes =
                new SplitProcesses(
                        folder.resolve("split"),
                        new SplitProcesses.Plan(
                                postgres.url("split_store"),
                                1,
                                List.of(answers.url(answers.create("split_mirror"))),
                                List.of(),
                                List.of(),
                                false));
    }

    void warmUp(Duration length) throws Exception {
        single.run(CONNECTIONS, length);
        single.awaitQuiet();
        split().run(CONNECTIONS, length);
        awaitMirrored();
    }

    void measure(Figures figures, Duration length) throws Exception {
        Machine.awaitIdle();
        var run = single.run(CONNECTIONS, length);
        figures.add(SINGLE, "1/s", run.perSecond());
        figures.add(SINGLE + ", p99", "ms", run.latencies().percentile(0.99));
        single.awaitQuiet();

        Machine.awaitIdle();
        try (var lag = new PositionLag(store(), mirror())) {
            var beside = split().run(CONNECTIONS, length);
            figures.add(BOTH, "1/s", beside.perSecond());
            figures.add(BOTH + ", p99", "ms", beside.latencies().percentile(0.99));
            figures.add(BOTH + ", lag p50", "positions", lag.percentile(0.5));
            figures.add(BOTH + ", lag p99", "positions", lag.percentile(0.99));
        }
        awaitMirrored();

        Machine.awaitIdle();
        var reader = nodes.projection().getFirst().process();
        reader.freeze();
        var alone = split().run(CONNECTIONS, length);
        figures.add(ALONE, "1/s", alone.perSecond());
        figures.add(ALONE + ", p99", "ms", alone.latencies().percentile(0.99));
        reader.thaw();
        awaitMirrored();
    }

    /** How fast a topic is filled that has nothing, and a mirror; comes first. */
    void fill(Figures figures) throws Exception {
        var lifecycle = nodes.lifecycle().getFirst();
        lifecycle.start();
        lifecycle.end();
        try (var store = store()) {
            LogSeeder.lives(store, "filled", seeded / EVENTS_EACH, EVENTS_EACH);
            Machine.awaitIdle();
            var before = number(store, POSITION);
            var head = number(store, HEAD);
            try (var starting = Executors.newSingleThreadExecutor()) {
                var started =
                        starting.submit(
                                () -> {
                                    lifecycle.start();
                                    return null;
                                });
                await("the first on the topic")
                        .atMost(PATIENCE)
                        .until(() -> number(store, POSITION) > before);
                var begun = System.nanoTime();
                var first = number(store, POSITION);
                await("everything on the topic")
                        .atMost(PATIENCE)
                        .until(() -> number(store, POSITION) >= head);
                var took = (System.nanoTime() - begun) / 1e9;
                figures.add(
                        "split: from the store to the topic", "events/s", (head - first) / took);
                started.get();
            }
        }
        var begun = System.nanoTime();
        nodes.projection().getFirst().start();
        awaitMirrored();
        var took = (System.nanoTime() - begun) / 1e9;
        figures.add(
                "split: an empty projection node, until every projection has all",
                "events/s",
                seeded / took);
        this.split = new CommandsOverHttp(postgres, "split_store", lifecycle.process());
    }

    private void awaitMirrored() throws SQLException {
        try (var store = store();
                var read = mirror()) {
            var head = number(store, HEAD);
            await("the mirror at the head")
                    .atMost(PATIENCE)
                    .until(() -> number(read, "select mirror_head()") >= head);
            try (var positions = new SlowestPosition(read)) {
                positions.awaitHead(PATIENCE);
            }
        }
    }

    private CommandsOverHttp split() {
        return requireNonNull(split, "filled first");
    }

    private Connection store() throws SQLException {
        return postgres.connect("split_store");
    }

    private Connection mirror() throws SQLException {
        return answers.connect("split_mirror");
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws Exception {
        single.close();
        nodes.close();
        answers.close();
    }
}
