package dev.headway.projections.processing;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which a {@link ProcessorLoop} runs until it is to stop. */
final class ProcessorThread {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorThread.class);

    private final ProcessorLoop loop;
    private final Thread thread;

    private ProcessorThread(ProcessorLoop loop) {
        this.loop = loop;
        // the system gives it its share of time, however many requests are at work
        this.thread =
                Thread.ofPlatform().daemon().name("reading-" + loop.name()).unstarted(this::run);
    }

    static ProcessorThread started(ProcessorLoop loop) {
        var started = new ProcessorThread(loop);
        started.thread.start();
        return started;
    }

    private void run() {
        try {
            loop.run();
        } catch (InterruptedException _) {
            LOG.info("Reading {} was interrupted", loop.name());
        }
    }

    void requestStop() {
        loop.requestStop();
    }

    /** A thread in the middle of a batch may end it; one that takes longer is interrupted. */
    void awaitStop(Duration timeout) {
        try {
            if (!thread.join(timeout)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
