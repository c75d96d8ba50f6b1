package dev.headway.benchmarks.safety;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.safety.RetryingCaller.Door;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Two nodes over one database; the second one has a hard life. */
final class TwoNodes implements AutoCloseable {

    private static final Duration BETWEEN_TROUBLES = Duration.ofMinutes(1);

    private final Path home;
    private final String url;
    private final Random random = new Random(2);
    private final ServiceProcess first;
    private volatile ServiceProcess second;
    private final List<Door> doors;

    TwoNodes(Path folder, String url) throws IOException {
        this.home = folder.resolve("two-nodes");
        this.url = url;
        this.first = HeadwayScript.run(home.resolve("first"), url);
        this.second = HeadwayScript.run(home.resolve("second"), url);
        this.doors = List.of(Door.of(first), Door.of(second));
    }

    ServiceProcess first() {
        return first;
    }

    Door door(int which) {
        return doors.get(which % 2);
    }

    /**
     * A kill at once, a freeze for the whole stall, then kills and short freezes in turns, as long
     * as writers write.
     */
    void disturbUntil(BooleanSupplier over, Duration stall, int atLeast)
            throws IOException, InterruptedException {
        killAndStartAgain();
        freeze(stall);
        for (int trouble = 0; !over.getAsBoolean() || trouble < atLeast; trouble++) {
            pauseUnless(over);
            if (trouble % 2 == 0) {
                killAndStartAgain();
            } else {
                freeze(Duration.ofMillis(100 + random.nextInt(3_000)));
            }
        }
    }

    private static void pauseUnless(BooleanSupplier over) {
        var end = System.nanoTime() + BETWEEN_TROUBLES.toNanos();
        while (!over.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void killAndStartAgain() throws IOException, InterruptedException {
        second.kill();
        second = HeadwayScript.runAt(second.port(), home.resolve("second"), url);
    }

    private void freeze(Duration length) throws IOException, InterruptedException {
        second.freeze();
        LockSupport.parkNanos(length.toNanos());
        second.thaw();
    }

    /** How often a writer was overtaken by the other node, since the nodes started. */
    long lostRaces() {
        double lost = 0;
        for (var node : List.of(first, second)) {
            lost +=
                    node.metric(
                            "headway_commands_total{command=\"RecordTouchpoint\",outcome=\"lost-race\"}");
        }
        return (long) lost;
    }

    @Override
    public void close() throws InterruptedException {
        first.close();
        second.close();
    }
}
