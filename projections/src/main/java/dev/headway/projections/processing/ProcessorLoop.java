package dev.headway.projections.processing;

import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One processor, over and over: at the head it waits for new events, after a failure it waits a
 * little longer each time and tries again for ever, telling of the first failure in a row and of
 * its end. What fails of an event's own fault is read with care after a few tries.
 */
final class ProcessorLoop {

    private static final Duration WAIT_FOR_EVENTS = Duration.ofMillis(500);

    /** Batches never begin more often than this, whoever waits for what is in them. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(20);

    /** A batch of as many events says that there is load. */
    static final int LOADED_BATCH = 10;

    private static final Duration WAIT_FOR_CLAIM = Duration.ofMillis(100);

    private final ProjectionProcessor processor;
    private final FailureStreak failures;
    private final Duration batchingDelay;
    private final Duration longestBatch;
    private final CatchUpBarrier barrier;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private boolean registered;
    private long batchBegun;

    /**
     * @param batchingDelay how long, under load, events may wait for others to be handled with them
     * @param longestBatch how long a batch is read at most, its waits for others included
     * @param barrier with whom it catches up
     */
    ProcessorLoop(
            ProjectionProcessor processor,
            Backoff backoff,
            Duration batchingDelay,
            Duration longestBatch,
            CatchUpBarrier barrier) {
        this.processor = processor;
        this.failures = new FailureStreak(processor.name(), backoff);
        this.batchingDelay = batchingDelay;
        this.longestBatch = longestBatch;
        this.barrier = barrier;
    }

    String name() {
        return processor.name();
    }

    /** Returns when a stop was requested, after the batch that is being read. */
    void run() throws InterruptedException {
        try {
            while (stopRequested.getCount() > 0) {
                tryOnce();
            }
        } finally {
            barrier.leave(processor.name());
        }
    }

    void requestStop() {
        stopRequested.countDown();
    }

    private void tryOnce() throws InterruptedException {
        try {
            if (!registered) {
                processor.register();
                registered = true;
            }
            if (failures.isPoisoned()) {
                processor.readCarefully();
            }
            batchBegun = System.nanoTime();
            var progress = processor.processBatch(this::mayContinueBatch);
            if (progress != ProjectionProcessor.Progress.CLAIMED_ELSEWHERE) {
                failures.end();
                processor.retryLetters();
            }
            afterBatch(progress);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // whatever it was, a processor never gives up
            barrier.leave(processor.name());
            pause(failures.add(e, processor.position()));
        }
    }

    private void afterBatch(ProjectionProcessor.Progress progress) throws InterruptedException {
        if (progress != ProjectionProcessor.Progress.MORE) {
            barrier.leave(processor.name());
        }
        switch (progress) {
            case MORE -> catchUp();
            case AT_THE_HEAD -> awaitTurn();
            case CLAIMED_ELSEWHERE -> pause(WAIT_FOR_CLAIM);
        }
    }

    /** Until there is something to read; who is taken along by another meanwhile waits anew. */
    private void awaitTurn() throws InterruptedException {
        long before;
        do {
            before = processor.position();
            processor.awaitNewEvents(WAIT_FOR_EVENTS);
            pause(BETWEEN_BATCHES.minus(sinceBatchBegun()));
            delayNextBatch();
            if (processor.position() != before) {
                batchBegun = System.nanoTime();
            }
        } while (processor.position() != before && stopRequested.getCount() > 0);
    }

    /** Beside the others in the same batch, for as long as one may last. */
    private boolean mayContinueBatch(long position) {
        try {
            if (!mustEndBatch()) {
                barrier.await(processor.name(), position, this::mustEndBatch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // what was handled is stored first
            return false;
        }
        return !mustEndBatch();
    }

    private boolean mustEndBatch() {
        return isAwaitedOrStopping() || sinceBatchBegun().compareTo(longestBatch) >= 0;
    }

    /** Beside the others, unless somebody waits for this one. */
    private void catchUp() throws InterruptedException {
        if (isAwaitedOrStopping()) {
            barrier.leave(processor.name());
        } else {
            barrier.await(processor.name(), processor.position(), this::isAwaitedOrStopping);
        }
    }

    private boolean isAwaitedOrStopping() {
        return stopRequested.getCount() == 0 || processor.isAwaited();
    }

    /**
     * Few batches of many events instead of many of few: under load the next one is put off, unless
     * somebody waits for it.
     */
    private void delayNextBatch() throws InterruptedException {
        if (processor.lastBatchSize() >= LOADED_BATCH && stopRequested.getCount() > 0) {
            processor.pauseUnlessAwaited(batchingDelay.minus(sinceBatchBegun()));
        }
    }

    private Duration sinceBatchBegun() {
        return Duration.ofNanos(System.nanoTime() - batchBegun);
    }

    /** Nothing, when there is no time left to pause. */
    private void pause(Duration duration) throws InterruptedException {
        var unused = stopRequested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
