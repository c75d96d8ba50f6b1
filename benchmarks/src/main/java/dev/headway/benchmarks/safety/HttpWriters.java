package dev.headway.benchmarks.safety;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fourteen writers over HTTP, half of them on each node. One command in twenty goes where everybody
 * writes, and one in twenty insists on a version that is gone.
 */
final class HttpWriters {

    static final int OVER_HTTP = 14;

    private static final int PARTNERSHIPS = 500;
    private static final int CROWDED = 3;
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final TwoNodes nodes;
    private final Ledger ledger;
    private final List<String> partnerships;
    private final int events;
    private final AtomicInteger writing = new AtomicInteger(OVER_HTTP);

    HttpWriters(TwoNodes nodes, Ledger ledger, int events) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.partnerships = RegisteredPartnerships.at(nodes.first(), PARTNERSHIPS);
        this.events = events;
    }

    void start(ExecutorService threads) {
        for (int writer = 0; writer < OVER_HTTP; writer++) {
            var number = writer;
            threads.submit(() -> write(number));
        }
    }

    /** Asked before each command, by whoever writes: all of them together have so many stored. */
    boolean isAnotherToWrite() {
        return ledger.acknowledged().size() < events;
    }

    boolean areOver() {
        return writing.get() == 0;
    }

    /** The writers are done; then the reader ends when it has seen everything. */
    void awaitEnd(ExecutorService threads, RestartedReader reader) {
        reader.endAtHead();
        StressRun.await(threads, Duration.ofMinutes(10), "writers and readers to end");
    }

    private void write(int number) {
        var random = new Random(number);
        try (var caller = new RetryingCaller(ledger, () -> nodes.door(number))) {
            for (int n = 0; isAnotherToWrite(); n++) {
                caller.settle(touch(random, "w" + number + "-" + n));
            }
        } finally {
            writing.decrementAndGet();
        }
    }

    private TouchpointCommand touch(Random random, String key) {
        var dice = random.nextInt(20);
        var among = dice == 0 ? CROWDED : partnerships.size();
        return new TouchpointCommand(
                partnerships.get(random.nextInt(among)),
                key,
                within(random).toString(),
                dice == 1 ? "\"1\"" : null);
    }

    private static Instant within(Random random) {
        return Clock.systemUTC().instant().minusSeconds(random.nextLong(TEN_YEARS.toSeconds()));
    }
}
