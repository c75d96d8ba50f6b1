package dev.headway.benchmarks.safety;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.safety.RetryingCaller.Door;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Touchpoints at their pace, by whoever of the callers is free; each is sent until it is certain
 * what came of it.
 */
public final class SteadyLoad implements AutoCloseable {

    private static final Duration UNTIL_CERTAIN = Duration.ofMinutes(6);

    private final ExecutorService callers;
    private final RetryingCaller caller;
    private final List<String> partnerships;
    private final String name;
    private final long pace;
    private final AtomicLong next = new AtomicLong();
    private final long begun = System.nanoTime();
    private volatile boolean over;

    /** Begins at once. */
    @SuppressWarnings("ThisEscapedInObjectConstruction")
    public SteadyLoad(
            String name,
            int callers,
            Duration pace,
            List<String> partnerships,
            Ledger ledger,
            Supplier<Door> door) {
        this.name = name;
        this.pace = pace.toNanos();
        this.partnerships = partnerships;
        this.caller = new RetryingCaller(ledger, door);
        this.callers = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            this.callers.submit(this::call);
        }
    }

    private void call() {
        while (!over) {
            var number = next.getAndIncrement();
            LockSupport.parkNanos(begun + number * pace - System.nanoTime());
            caller.settle(
                    new TouchpointCommand(
                            partnerships.get((int) (number % partnerships.size())),
                            name + "-" + number,
                            Clock.systemUTC().instant().toString(),
                            null));
        }
    }

    /** No more commands; returns when all callers know what came of theirs. */
    public void end() {
        over = true;
        callers.shutdown();
        await("callers to be certain").atMost(UNTIL_CERTAIN).until(callers::isTerminated);
    }

    @Override
    public void close() {
        end();
        caller.close();
    }
}
