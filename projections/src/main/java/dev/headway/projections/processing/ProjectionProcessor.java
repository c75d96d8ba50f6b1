package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one projection forward, a batch at a time: claim, read, handle, flush, store the position,
 * commit. Two nodes may both try; the row lock lets one through and sends the other back.
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
    private final ProjectionLetters deadLetters;
    private final Letters letters;
    private final LettersOfBefore lettersOfBefore = new LettersOfBefore();
    private final TransactionOperations transaction;
    private final Traces traces;
    private final Timer timer;
    private final RowCache rowCache = new RowCache();
    private final Company company;

    /** Held by whichever thread reads it on: its own, or one that takes it along. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile long position;
    private volatile int lastBatchSize;
    private volatile int pages = 1;
    private volatile boolean isWell;

    ProjectionProcessor(
            Projection projection,
            EventLog log,
            Positions positions,
            ProjectionLetters deadLetters,
            TransactionOperations transaction,
            Company company,
            Traces traces,
            MeterRegistry meters) {
        this.projection = projection;
        this.log = log;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.letters = deadLetters.of(projection.name());
        this.transaction = transaction;
        this.company = company;
        this.traces = traces;
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
        positions.table().register(name());
    }

    /** Waits until there may be something to read, or {@code atMost} has passed. */
    void awaitNewEvents(Duration atMost) throws InterruptedException {
        log.awaitBeyond(position, atMost);
    }

    /** The position of the last event it has read, 0 before the first. */
    long position() {
        return position;
    }

    /** How many events the last batch had. */
    int lastBatchSize() {
        return lastBatchSize;
    }

    /** Whether somebody on this node waits for this projection. */
    boolean isAwaited() {
        return positions.waiters().isAwaited(name());
    }

    /** Waits, but not while somebody waits for this projection. */
    void pauseUnlessAwaited(Duration atMost) throws InterruptedException {
        positions.waiters().pauseUnlessAwaited(name(), atMost);
    }

    /**
     * Reads one batch if nobody else is at it, and under load takes along those that wait nearby;
     * nothing when it was taken along itself meanwhile.
     *
     * @param mayContinue asked between its pages: whether to go on from a position in the same
     *     batch; may wait
     */
    Progress processBatch(LongPredicate mayContinue) {
        var before = position;
        turn.lock();
        try {
            if (position != before) {
                return Progress.AT_THE_HEAD;
            }
            var joint = leads() ? company.read(this) : null;
            return joint == null ? processAlone(mayContinue) : joint;
        } finally {
            turn.unlock();
        }
    }

    /** Under load; where it is quiet the quickest way to an answer is to read alone. */
    private boolean leads() {
        return isWell && pages == 1 && lastBatchSize >= ProcessorLoop.LOADED_BATCH && !isAwaited();
    }

    private Progress processAlone(LongPredicate mayContinue) {
        isWell = false;
        var progress =
                afterCommit(
                        transaction.execute(
                                _ ->
                                        positions
                                                .claims()
                                                .claim(name())
                                                .map(claim -> process(claim, mayContinue))));
        isWell = progress != Progress.CLAIMED_ELSEWHERE;
        return progress;
    }

    /**
     * Whether it can be taken along by one that reads on from a position; then its turn is taken,
     * until {@link #leave}.
     */
    boolean joins(long from) {
        if (!turn.tryLock()) {
            return false;
        }
        var joins = isWell && pages == 1 && Math.abs(position - from) < Batch.PAGE_SIZE;
        if (!joins) {
            turn.unlock();
        }
        return joins;
    }

    void leave() {
        turn.unlock();
    }

    /**
     * Works in what it has not seen of a page, in the transaction of whoever reads it for many.
     *
     * @return to be called after the commit
     */
    Runnable take(ClaimedPosition claim, List<RecordedEvent> page) {
        var begun = System.nanoTime();
        var handler = rowCache.handlerFor(claim, projection);
        var parked = letters.parked(claim);
        lettersOfBefore.seen(parked);
        var unseen = page.stream().filter(each -> each.position() > claim.position()).toList();
        if (!unseen.isEmpty()) {
            Batch.handle(log, TracedHandler.of(handler, name(), traces), parked.without(unseen));
        }
        handler.flush();
        letters.store(parked);
        timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        var last = unseen.isEmpty() ? claim.position() : unseen.getLast().position();
        return () -> {
            rowCache.keep(handler, claim.at(last));
            lastBatchSize = unseen.size();
            position = last;
        };
    }

    /** There is more than a page: it reads on alone, beside the others. */
    void readOnAlone() {
        pages = 2;
    }

    /** Reads batch after batch up to the head, waiting for whoever is at it. */
    void catchUp() {
        register();
        Progress progress;
        do {
            progress =
                    afterCommit(
                            transaction.execute(
                                    _ ->
                                            Optional.of(
                                                    process(
                                                            positions.claims().claimWaiting(name()),
                                                            Batch.until(Batch.MAX_DURATION)))));
        } while (progress == Progress.MORE);
    }

    /** What a batch came to, in a transaction that is not yet committed. */
    private record ProcessedBatch(
            BatchHandler handler, Batch read, ClaimedPosition asOf, int atMost) {}

    private ProcessedBatch process(ClaimedPosition claim, LongPredicate mayContinue) {
        var atMost = pages;
        pages = 1; // also for the next try, when this one fails
        var begun = System.nanoTime();
        var handler = rowCache.handlerFor(claim, projection);
        var parked = letters.parked(claim);
        lettersOfBefore.seen(parked);
        var traced = TracedHandler.of(handler, name(), traces);
        var read = Batch.read(log, traced, parked, claim.position(), atMost, mayContinue);
        if (read.events() > 0) {
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            letters.store(parked);
            positions.table().store(name(), read.lastPosition());
        }
        return new ProcessedBatch(handler, read, claim.at(read.lastPosition()), atMost);
    }

    private Progress afterCommit(@Nullable Optional<ProcessedBatch> processed) {
        positions.signalAdvanced();
        return Objects.requireNonNull(processed)
                .map(this::remember)
                .orElse(Progress.CLAIMED_ELSEWHERE);
    }

    private Progress remember(ProcessedBatch processed) {
        rowCache.keep(processed.handler(), processed.asOf());
        lastBatchSize = processed.read().events();
        position = processed.read().lastPosition();
        if (processed.read().isAtTheHead()) {
            return Progress.AT_THE_HEAD;
        }
        pages = Math.min(2 * processed.atMost(), Batch.MAX_PAGES);
        return Progress.MORE;
    }

    /**
     * Reads a page where reading fails, if nobody else is at it: streams whose events it fails at
     * are parked, and whatever else there is gets done.
     */
    void readCarefully() {
        turn.lock();
        try {
            readWithCare();
        } finally {
            turn.unlock();
        }
    }

    private void readWithCare() {
        var pass = new CarefulPass(projection, log, positions, letters);
        var read =
                Objects.requireNonNull(
                        transaction.execute(
                                status ->
                                        positions
                                                .claims()
                                                .claim(name())
                                                .map(
                                                        claim ->
                                                                pass.read(
                                                                        claim,
                                                                        status,
                                                                        1,
                                                                        _ -> false))));
        read.ifPresent(last -> position = last);
        positions.signalAdvanced();
    }

    /** Works in what is parked under a stream, as far as it is possible now. */
    ReplayOutcome replay(String stream, String by) {
        var outcome = new Replay(projection, log, positions, letters, transaction).run(stream, by);
        positions.signalAdvanced();
        return outcome;
    }

    /** What was parked before this node started is tried once more: it may know better by now. */
    void retryLetters() {
        lettersOfBefore.take().forEach(stream -> replay(stream, LettersOfBefore.BY));
    }

    /** Builds the projection's tables anew, beside those that answer until then. */
    void rebuild(ShadowTables shadows) {
        register();
        var letters = deadLetters.of(Rebuild.nameOf(name()));
        new Rebuild(projection, log, positions, letters, shadows, transaction).run();
    }
}
