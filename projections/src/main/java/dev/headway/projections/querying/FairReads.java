package dev.headway.projections.querying;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has pages of lists read a few at a time, whoever came first first. Each is some milliseconds of
 * processor: read all at once, they end as late as all of them together, and the unlucky ones much
 * later. Nobody waits for a turn longer than a second, so that one slow database does not become a
 * queue of waits for it.
 */
@Component
public final class FairReads {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Semaphore turns;
    private final Duration longestWait;

    /**
     * @param atOnce how many read at once
     */
    @Autowired
    public FairReads(
            @Value(
                            "${headway.reading.pages-at-once:#{2 * T(Runtime).runtime.availableProcessors()}}")
                    int atOnce) {
        this(atOnce, LONGEST_WAIT);
    }

    FairReads(int atOnce, Duration longestWait) {
        this.turns = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** Reads when it is its turn, or after the longest wait. */
    public <T> T inTurn(Supplier<T> read) {
        var isOurs = await();
        try {
            return read.get();
        } finally {
            if (isOurs) {
                turns.release();
            }
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return turns.getQueueLength();
    }

    /** How many turns nobody has. */
    int free() {
        return turns.availablePermits();
    }

    private boolean await() {
        try {
            return turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
