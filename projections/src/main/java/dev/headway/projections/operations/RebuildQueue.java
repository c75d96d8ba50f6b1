package dev.headway.projections.operations;

import dev.headway.projections.processing.ProjectionProcessors;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds projections anew for whoever asked and does not wait: one after the other, since each
 * takes a connection and what it can get of the machine.
 */
@Component
public class RebuildQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildQueue.class);

    private final ProjectionProcessors processors;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("rebuilding").factory());

    RebuildQueue(ProjectionProcessors processors) {
        this.processors = processors;
    }

    /** Whether a projection has that name, be it read here or elsewhere. */
    public boolean hasProjection(String projection) {
        return processors.isKnown(projection);
    }

    /** Whether it is this node that reads it. */
    boolean isReadHere(String projection) {
        return processors.projections().contains(projection);
    }

    /**
     * Has a projection built anew when it is its turn; nothing when that is under way, or for
     * another node to do.
     *
     * @throws IllegalArgumentException if nothing has that name
     */
    public void enqueue(String projection) {
        if (!hasProjection(projection)) {
            throw new IllegalArgumentException("No projection " + projection);
        }
        if (isReadHere(projection) && pending.add(projection)) {
            thread.execute(() -> rebuild(projection));
        }
    }

    /** Has something else done that takes long, when it is its turn. */
    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the next one has its turn
    void execute(Runnable work) {
        thread.execute(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        LOG.error("What is parked was not all replayed", e);
                    }
                });
    }

    /** Whether anything is being built anew by this node. */
    public boolean isRunning() {
        return !pending.isEmpty();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the old tables go on answering
    private void rebuild(String projection) {
        try {
            processors.rebuild(projection);
            LOG.info("{} is built anew", projection);
        } catch (Exception e) {
            LOG.error("{} was not built anew; what was there before answers", projection, e);
        } finally {
            pending.remove(projection);
        }
    }
}
