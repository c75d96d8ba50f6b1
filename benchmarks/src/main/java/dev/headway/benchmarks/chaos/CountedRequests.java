package dev.headway.benchmarks.chaos;

import dev.headway.benchmarks.safety.TouchpointCommand;
import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands with a key, and questions of which some insist on what was written: each is sent once,
 * and whatever is not answered as it would be by one process has failed.
 */
final class CountedRequests implements AutoCloseable {

    private static final int CALLERS = 6;
    private static final int KINDS = 5;
    private static final Duration UNTIL_OVER = Duration.ofMinutes(2);

    private final ChaosWorld world;
    private final Caller caller;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Begins at once. */
    @SuppressWarnings("ThisEscapedInObjectConstruction")
    CountedRequests(ChaosWorld world) {
        this.world = world;
        this.caller = world.nodes.as(Role.MANAGER);
        for (int i = 0; i < CALLERS; i++) {
            callers.submit(this::call);
        }
    }

    int answered() {
        return answered.get();
    }

    int failed() {
        return failures.size();
    }

    List<String> failures() {
        return failures.stream().limit(20).toList();
    }

    private void call() {
        while (!over) {
            var number = next.getAndIncrement();
            var partnership = world.partnerships.get((int) (number % world.partnerships.size()));
            switch ((int) (number % KINDS)) {
                case 0, 1 -> touch(partnership, number);
                case 2 -> ask("/api/v1/partnerships?limit=20");
                case 3 -> askForWhatWasWritten(partnership);
                default -> ask("/api/v1/alerts?limit=20");
            }
        }
    }

    private void askForWhatWasWritten(String partnership) {
        var path = "/api/v1/partnerships/" + partnership + "/next-steps";
        var position = written.get();
        if (position == 0) {
            ask(path);
        } else {
            ask(path, "Headway-Position", String.valueOf(position));
        }
    }

    private void touch(String partnership, long number) {
        var command =
                new TouchpointCommand(
                        partnership,
                        "rolling-" + number,
                        Clock.systemUTC().instant().toString(),
                        null);
        world.ledger.begin(command.key());
        var path = "/api/v1/partnerships/" + partnership + "/touchpoints";
        try {
            var answer = caller.post(path, command.body(), "Idempotency-Key", command.key());
            if (counted(path, answer)) {
                world.ledger.acknowledge(command.key());
                written.accumulateAndGet(answer.position(), Math::max);
            }
        } catch (UncheckedIOException e) {
            failures.add(path + ": " + e.getCause());
        }
    }

    private void ask(String path, String... headers) {
        try {
            counted(path, caller.get(path, headers));
        } catch (UncheckedIOException e) {
            failures.add(path + ": " + e.getCause());
        }
    }

    private boolean counted(String path, Caller.Answered answer) {
        answered.incrementAndGet();
        if (answer.status() != 200) {
            failures.add(path + ": " + answer.status() + " " + answer.text());
        }
        return answer.status() == 200;
    }

    /** No more of them; returns when all are answered. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        callers.shutdown();
        if (!callers.awaitTermination(UNTIL_OVER.toSeconds(), TimeUnit.SECONDS)) {
            failures.add("somebody is not answered");
            callers.shutdownNow();
        }
    }
}
