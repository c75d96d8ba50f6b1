package dev.headway.projections.reading;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one projection forward, a batch at a time: claim, read, hand over, store the position,
 * commit. Two nodes may both try; the row lock lets one through and tells the other to come back.
 */
final class Reader {

    private static final int BATCH = 500;

    /** What one that has much to catch up with takes at once; some megabytes. */
    static final int MOST = 4_000;

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
    private volatile int batch = BATCH;

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

    /** Reads one batch if nobody else is at it. */
    Progress read() {
        return tellingOthers(
                transaction.execute(
                        _ ->
                                positions
                                        .claim(name())
                                        .map(this::readAfter)
                                        .orElse(Progress.CLAIMED_ELSEWHERE)));
    }

    /** Reads batch after batch up to the head, waiting for whoever is at it. */
    void catchUp() {
        register();
        Progress progress;
        do {
            progress =
                    tellingOthers(
                            transaction.execute(_ -> readAfter(positions.claimPatiently(name()))));
        } while (progress == Progress.MORE);
    }

    private Progress readAfter(long position) {
        var limit = batch;
        var events = log.after(position, limit);
        batch = BATCH; // also for the next try, when this one fails
        lastBatch = events.size();
        seen = events.isEmpty() ? position : events.getLast().position();
        if (events.isEmpty()) {
            return Progress.AT_THE_HEAD;
        }
        timer.record(() -> projection.on(events));
        positions.store(name(), seen);
        if (events.size() < limit) {
            return Progress.AT_THE_HEAD;
        }
        batch = Math.min(2 * limit, MOST);
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
