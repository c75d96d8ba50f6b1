package dev.headway.projections.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one projection forward, a batch at a time: claim, read, hand over, store the position,
 * commit. Two nodes may both try; the row lock lets one through and tells the other to come back.
 */
final class Reader {

    /** What a try to read came to. */
    enum Progress {
        MORE,
        AT_THE_HEAD,
        CLAIMED_ELSEWHERE
    }

    private final Projection projection;
    private final EventLog log;
    private final Positions positions;
    private final TransactionOperations transaction;
    private final Timer timer;
    private volatile long seen;
    private volatile int lastBatch;
    private volatile int pages = 1;

    Reader(
            Projection projection,
            EventLog log,
            Positions positions,
            TransactionOperations transaction,
            MeterRegistry meters) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
        this.transaction = transaction;
        this.timer =
                Timer.builder("headway.projection.batch")
                        .description("Working one batch of events into a projection's tables")
                        .tag("projection", projection.name())
                        .register(meters);
    }

    String name() {
        return projection.name();
    }

    void register() {
        positions.register(name());
    }

    /** Waits until there may be something to read, or {@code atMost} has passed. */
    void awaitNews(Duration atMost) throws InterruptedException {
        log.awaitBeyond(seen, atMost);
    }

    /** The position of the last event it has read, 0 before the first. */
    long seen() {
        return seen;
    }

    /** How many events the last batch had. */
    int lastBatch() {
        return lastBatch;
    }

    /** Whether somebody on this node waits for this projection. */
    boolean isAwaited() {
        return positions.isAwaited(name());
    }

    /** Waits, but not while somebody waits for this projection. */
    void pauseUnlessAwaited(Duration atMost) throws InterruptedException {
        positions.pauseUnlessAwaited(name(), atMost);
    }

    /**
     * Reads one batch if nobody else is at it.
     *
     * @param goesOn asked between its pages: whether to go on from a position in the same batch
     */
    Progress read(LongPredicate goesOn) {
        return tellingOthers(
                transaction.execute(
                        _ ->
                                positions
                                        .claim(name())
                                        .map(position -> readAfter(position, goesOn))
                                        .orElse(Progress.CLAIMED_ELSEWHERE)));
    }

    /** Reads batch after batch up to the head, waiting for whoever is at it. */
    void catchUp() {
        register();
        Progress progress;
        do {
            progress =
                    tellingOthers(
                            transaction.execute(
                                    _ -> readAfter(positions.claimPatiently(name()), _ -> true)));
        } while (progress == Progress.MORE);
    }

    private Progress readAfter(long position, LongPredicate goesOn) {
        var atMost = pages;
        pages = 1; // also for the next try, when this one fails
        var begun = System.nanoTime();
        var read = Stretch.read(log, projection, position, atMost, goesOn);
        lastBatch = read.events();
        seen = read.to();
        if (read.events() > 0) {
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            positions.store(name(), seen);
        }
        if (read.isAtTheHead()) {
            return Progress.AT_THE_HEAD;
        }
        pages = Math.min(2 * atMost, Stretch.MOST_PAGES);
        return Progress.MORE;
    }

    private Progress tellingOthers(Progress progress) {
        positions.tellAdvanced();
        return Objects.requireNonNull(progress);
    }

    /** Builds the projection's tables anew, beside those that answer until then. */
    void rebuild(ShadowTables shadows) {
        register();
        new Rebuild(projection, log, positions, shadows, transaction).run();
    }
}
