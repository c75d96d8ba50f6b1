package dev.headway.projections;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own, with a rest in between. A failure is told
 * and tried again after the rest.
 */
public final class Ticker {

    /** What is done at each tick. */
    @FunctionalInterface
    public interface Work {
        void tick() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final String name;
    private final Duration rest;
    private final Work work;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    private Ticker(String name, Duration rest, Work work) {
        this.name = name;
        this.rest = rest;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /**
     * @param name of the thread, and in the log
     * @param rest between the end of a tick and the next
     */
    public static Ticker started(String name, Duration rest, Work work) {
        var ticker = new Ticker(name, rest, work);
        ticker.thread.start();
        return ticker;
    }

    /** Lets a tick under way end within five seconds, then interrupts it. */
    public void stop() {
        stopAsked.countDown();
        try {
            if (!thread.join(PATIENCE_AT_STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                tickOnce();
            } while (!stopAsked.await(rest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            LOG.info("{} was interrupted", name);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the next tick may go right
    private void tickOnce() throws InterruptedException {
        try {
            work.tick();
            failing = false;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!failing && stopAsked.getCount() > 0) {
                LOG.error("{} failed and will be tried again", name, e);
            }
            failing = true;
        }
    }
}
