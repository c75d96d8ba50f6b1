package dev.headway.projections.operations;

import dev.headway.projections.deadletters.Poison;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.rebuilds.Rebuilds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Builds projections anew for whoever asked and does not wait: one after the other, since each
 * takes a connection and what it can get of the machine. What was asked for is in the database, so
 * that a node which was killed is followed by its next run, or by another node.
 */
@Component
public class RebuildQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildQueue.class);

    /** How often is looked for what another node left. */
    private static final long LOOK_AGAIN_SECONDS = 30;

    private static final long STOP_TIMEOUT_SECONDS = 5;

    /** Up after the projections, down before them. */
    private static final int AFTER_THE_PROJECTIONS = DEFAULT_PHASE - 4095;

    private final ProjectionProcessors processors;
    private final Rebuilds rebuilds;
    private final boolean autoStart;
    private @Nullable ScheduledExecutorService thread;

    RebuildQueue(
            ProjectionProcessors processors,
            Positions positions,
            @Value("${headway.reading.auto-start:true}") boolean autoStart) {
        this.processors = processors;
        this.rebuilds = positions.rebuilds();
        this.autoStart = autoStart;
    }

    /** Whether a projection has that name, be it read here or elsewhere. */
    public boolean hasProjection(String projection) {
        return processors.isKnown(projection);
    }

    /** Whether it is this node that reads it. */
    boolean isReadHere(String projection) {
        return processors.projections().contains(projection);
    }

    /** The names of all, be they read here or elsewhere, in order. */
    public List<String> projections() {
        return processors.known();
    }

    /**
     * Has projections built anew when it is their turn; nothing for those for which that is under
     * way, or for another node to do. Kept when it returns, whatever becomes of this node.
     *
     * @throws IllegalArgumentException if nothing has such a name
     */
    public void enqueue(Collection<String> projections) {
        projections.stream()
                .filter(each -> !hasProjection(each))
                .findFirst()
                .ifPresent(
                        unknown -> {
                            throw new IllegalArgumentException("No projection " + unknown);
                        });
        rebuilds.request(projections.stream().filter(this::isReadHere).toList());
        execute(this::workOff);
    }

    /** Whether anything waits to be built anew or is, by whatever node. */
    public boolean isBuilding() {
        return rebuilds.count().open() > 0;
    }

    /**
     * Has something else done that takes long, when it is its turn; nothing on a node that ends.
     */
    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the next one has its turn
    synchronized void execute(Runnable work) {
        if (thread != null) {
            thread.execute(
                    () -> {
                        try {
                            work.run();
                        } catch (Exception e) {
                            LOG.error("What was asked of the projections was not all done", e);
                        }
                    });
        }
    }

    private void workOff() {
        Optional<String> next;
        do {
            next = rebuilds.claimNext(processors.projections());
            next.ifPresent(this::rebuild);
        } while (next.isPresent() && isRunning());
    }

    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the old tables go on answering
    private void rebuild(String projection) {
        try {
            processors.rebuild(projection);
            LOG.info("{} is built anew", projection);
        } catch (Exception e) {
            giveUp(projection, e);
        }
    }

    /** Until somebody asks again where it lies in what is read; else for whoever comes next. */
    private void giveUp(String projection, Exception failure) {
        if (!isRunning()) {
            LOG.info("{} is not built anew yet, and begun again at the next start", projection);
            rebuilds.release(projection);
            return;
        }
        LOG.error("{} was not built anew; what was there before answers", projection, failure);
        if (Poison.isCauseOf(failure)) {
            rebuilds.failed(projection, failure.getClass());
        }
    }

    @Override
    public synchronized void start() {
        var started =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("rebuilding").factory());
        thread = started;
        started.scheduleWithFixedDelay(
                () -> execute(this::workOff), 0, LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** Breaks off what is under way; it is begun again by whoever comes next. */
    @Override
    public void stop() {
        ScheduledExecutorService stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdownNow();
        try {
            var unused = stopping.awaitTermination(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_PROJECTIONS;
    }
}
