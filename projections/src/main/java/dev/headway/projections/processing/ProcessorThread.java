package dev.headway.projections.processing;

import dev.headway.projections.scheduling.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader, over and over: at the head it waits for news, after a failure it waits a little
 * longer each time and tries again for ever, telling of the first failure in a row and of its end.
 */
final class ProcessorThread implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorThread.class);

    private static final Duration WAIT_FOR_NEWS = Duration.ofMillis(500);

    /** Batches never begin more often than this, whoever waits for what is in them. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(20);

    /** A batch of as many events says that there is load. */
    private static final int MANY = 10;

    private static final Duration WAIT_FOR_CLAIM = Duration.ofMillis(100);

    private final ProjectionProcessor reader;
    private final Backoff backoff;
    private final Duration gathering;
    private final Duration longestBatch;
    private final CatchUpBarrier convoy;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final Thread thread;
    private boolean registered;
    private int failures;
    private long batchBegun;

    private ProcessorThread(
            ProjectionProcessor reader,
            Backoff backoff,
            Duration gathering,
            Duration longestBatch,
            CatchUpBarrier convoy) {
        this.reader = reader;
        this.backoff = backoff;
        this.gathering = gathering;
        this.longestBatch = longestBatch;
        this.convoy = convoy;
        // the system gives it its share of time, however many requests are at work
        this.thread = Thread.ofPlatform().daemon().name("reading-" + reader.name()).unstarted(this);
    }

    /**
     * @param gathering how long, under load, events may wait for others to be worked in with them
     * @param longestBatch how long a batch is read at most, its waits for others included
     * @param convoy with whom it catches up
     */
    static ProcessorThread started(
            ProjectionProcessor reader,
            Backoff backoff,
            Duration gathering,
            Duration longestBatch,
            CatchUpBarrier convoy) {
        var started = new ProcessorThread(reader, backoff, gathering, longestBatch, convoy);
        started.thread.start();
        return started;
    }

    @Override
    public void run() {
        try {
            while (stopAsked.getCount() > 0) {
                tryOnce();
            }
        } catch (InterruptedException _) {
            LOG.info("Reading {} was interrupted", reader.name());
        } finally {
            convoy.leave(reader.name());
        }
    }

    void askToStop() {
        stopAsked.countDown();
    }

    /** A thread in the middle of a batch may end it; one that takes longer is interrupted. */
    void awaitStop(Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void tryOnce() throws InterruptedException {
        try {
            if (!registered) {
                reader.register();
                registered = true;
            }
            batchBegun = System.nanoTime();
            var progress = reader.read(this::goesOn);
            tellOfRecovery();
            rest(progress);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // whatever it was, a reader never gives up
            convoy.leave(reader.name());
            tellOfFailure(e);
            pause(backoff.after(failures));
        }
    }

    private void rest(ProjectionProcessor.Progress progress) throws InterruptedException {
        if (progress != ProjectionProcessor.Progress.MORE) {
            convoy.leave(reader.name());
        }
        switch (progress) {
            case MORE -> catchUp();
            case AT_THE_HEAD -> {
                reader.awaitNews(WAIT_FOR_NEWS);
                pause(BETWEEN_BATCHES.minus(sinceBatchBegun()));
                gather();
            }
            case CLAIMED_ELSEWHERE -> pause(WAIT_FOR_CLAIM);
        }
    }

    /** Beside the others in the same batch, for as long as one may last. */
    private boolean goesOn(long position) {
        try {
            if (!isBatchToEnd()) {
                convoy.travel(reader.name(), position, this::isBatchToEnd);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // what is worked in is stored first
            return false;
        }
        return !isBatchToEnd();
    }

    private boolean isBatchToEnd() {
        return hurries() || sinceBatchBegun().compareTo(longestBatch) >= 0;
    }

    /** Beside the others, unless somebody waits for this one. */
    private void catchUp() throws InterruptedException {
        if (hurries()) {
            convoy.leave(reader.name());
        } else {
            convoy.travel(reader.name(), reader.seen(), this::hurries);
        }
    }

    private boolean hurries() {
        return stopAsked.getCount() == 0 || reader.isAwaited();
    }

    /**
     * Few batches of many events instead of many of few: under load the next one is put off, unless
     * somebody waits for it.
     */
    private void gather() throws InterruptedException {
        if (reader.lastBatch() >= MANY && stopAsked.getCount() > 0) {
            reader.pauseUnlessAwaited(gathering.minus(sinceBatchBegun()));
        }
    }

    private Duration sinceBatchBegun() {
        return Duration.ofNanos(System.nanoTime() - batchBegun);
    }

    /** Nothing, when there is no time left to pause. */
    private void pause(Duration duration) throws InterruptedException {
        var unused = stopAsked.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tellOfFailure(Throwable failure) {
        if (++failures == 1) {
            LOG.warn("Reading {} fails; trying again until it works", reader.name(), failure);
        }
    }

    private void tellOfRecovery() {
        if (failures > 0) {
            LOG.info("Reading {} works again after {} failures", reader.name(), failures);
            failures = 0;
        }
    }
}
