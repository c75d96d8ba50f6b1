package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Projection.Intake;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one projection forward, a batch at a time: claim, read, hand over, store the position,
 * commit. Two nodes may both try; the row lock lets one through and tells the other to come back.
 */
final class ProjectionProcessor {

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
    private final RowCache memory = new RowCache();
    private volatile long seen;
    private volatile int lastBatch;
    private volatile int pages = 1;

    ProjectionProcessor(
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
                        .description(
                                "Reading one batch of events and working it into a projection's"
                                        + " tables, with its waits for other readers")
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
     * @param goesOn asked between its pages: whether to go on from a position in the same batch;
     *     may wait
     */
    Progress read(LongPredicate goesOn) {
        return committed(
                transaction.execute(
                        _ -> positions.claim(name()).map(claim -> work(claim, goesOn))));
    }

    /** Reads batch after batch up to the head, waiting for whoever is at it. */
    void catchUp() {
        register();
        Progress progress;
        do {
            progress =
                    committed(
                            transaction.execute(
                                    _ ->
                                            Optional.of(
                                                    work(
                                                            positions.claimPatiently(name()),
                                                            Batch.goingOnFor(Batch.LONGEST)))));
        } while (progress == Progress.MORE);
    }

    /** What a batch came to, in a transaction that is not yet committed. */
    private record Work(Intake intake, Batch read, ClaimedPosition asOf, int atMost) {}

    private Work work(ClaimedPosition claim, LongPredicate goesOn) {
        var atMost = pages;
        pages = 1; // also for the next try, when this one fails
        var begun = System.nanoTime();
        var intake = memory.intake(claim, projection);
        var read = Batch.read(log, intake, claim.position(), atMost, goesOn);
        if (read.events() > 0) {
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            positions.store(name(), read.to());
        }
        return new Work(intake, read, claim.at(read.to()), atMost);
    }

    private Progress committed(@Nullable Optional<Work> work) {
        positions.tellAdvanced();
        return Objects.requireNonNull(work).map(this::remember).orElse(Progress.CLAIMED_ELSEWHERE);
    }

    private Progress remember(Work work) {
        memory.keep(work.intake(), work.asOf());
        lastBatch = work.read().events();
        seen = work.read().to();
        if (work.read().isAtTheHead()) {
            return Progress.AT_THE_HEAD;
        }
        pages = Math.min(2 * work.atMost(), Batch.MOST_PAGES);
        return Progress.MORE;
    }

    /** Builds the projection's tables anew, beside those that answer until then. */
    void rebuild(ShadowTables shadows) {
        register();
        new Rebuild(projection, log, positions, shadows, transaction).run();
    }
}
