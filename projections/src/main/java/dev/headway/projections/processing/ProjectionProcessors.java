package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.scheduling.Backoff;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every projection up to date, each on a thread of its own, so that a faulty one holds up
 * nobody but itself; those that keep up share their batches as {@link Company}. Any number of nodes
 * may run it over the same database.
 */
@Component
public class ProjectionProcessors implements SmartLifecycle {

    /** Long enough for a batch to end by itself; then its thread is interrupted. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    /** After a failure. */
    private static final Duration INITIAL_WAIT = Duration.ofMillis(100);

    private static final Duration MAX_WAIT = Duration.ofMillis(6_400);

    /** In pages less than the log caches for those who come next. */
    private static final int MAX_AHEAD = 4 * Batch.PAGE_SIZE;

    /** Between batches; longer than the slowest of them takes for one. */
    private static final Duration BARRIER_TIMEOUT = Duration.ofSeconds(10);

    /** Up before the web server takes requests, down after it took the last one. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final List<ProjectionProcessor> processors;
    private final Set<String> known;
    private final Backoff backoff;
    private final Duration batchingDelay;
    private final Duration longestBatch;
    private final ShadowTables shadows;
    private final boolean autoStart;
    private final CatchUpBarrier barrier =
            new CatchUpBarrier(MAX_AHEAD, 2 * MAX_AHEAD, BARRIER_TIMEOUT);
    private final List<ProcessorThread> threads = new ArrayList<>();

    /**
     * @param batchingDelay how long, under load, events may wait for others to be handled with them
     * @param longestBatch how long a batch is read at most, its waits for other processors included
     * @param all whether this node answers questions; otherwise only what commands ask is read
     */
    public ProjectionProcessors(
            List<Projection> projections,
            EventLog log,
            Positions positions,
            ProjectionLetters deadLetters,
            ShadowTables shadows,
            PlatformTransactionManager transactions,
            Traces traces,
            MeterRegistry meters,
            RandomGenerator random,
            @Value("${headway.reading.gathering:50ms}") Duration batchingDelay,
            @Value("${headway.reading.longest-batch:4s}") Duration longestBatch,
            @Value("${headway.reading.auto-start:true}") boolean autoStart,
            @Value("${headway.projections.enabled:true}") boolean all) {
        var transaction = new TransactionTemplate(transactions);
        var company = new Company(log, positions, transaction);
        this.processors =
                projections.stream()
                        .filter(each -> all || each.isAskedByCommands())
                        .map(
                                each ->
                                        new ProjectionProcessor(
                                                each,
                                                log,
                                                positions,
                                                deadLetters,
                                                transaction,
                                                company,
                                                traces,
                                                meters))
                        .toList();
        company.of(processors);
        this.known = projections.stream().map(Projection::name).collect(Collectors.toSet());
        this.shadows = shadows;
        this.backoff = new Backoff(INITIAL_WAIT, MAX_WAIT, random);
        this.batchingDelay = batchingDelay;
        this.longestBatch = longestBatch;
        this.autoStart = autoStart;
    }

    /** Reads every projection up to the head before it returns; what fails is thrown. */
    public void catchUp() {
        processors.forEach(ProjectionProcessor::catchUp);
    }

    /**
     * Fills a projection's tables anew from the first event, beside those that answer, and switches
     * when it is done. Traffic goes on meanwhile; returns after the switch.
     *
     * @throws IllegalArgumentException if nothing has that name
     */
    public void rebuild(String projection) {
        processor(projection).rebuild(shadows);
    }

    /**
     * Works in what is parked under a stream of a projection; waits for whoever reads it.
     *
     * @param by who wants it
     * @throws IllegalArgumentException if nothing has that name
     */
    public ReplayOutcome replay(String projection, String stream, String by) {
        return processor(projection).replay(stream, by);
    }

    private ProjectionProcessor processor(String projection) {
        return processors.stream()
                .filter(processor -> processor.name().equals(projection))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No projection " + projection));
    }

    /** The names of those that are read here or elsewhere. */
    public boolean isKnown(String projection) {
        return known.contains(projection);
    }

    /** The names of those that are read here or elsewhere, in order. */
    public List<String> known() {
        return known.stream().sorted().toList();
    }

    /** The names of those that are read here, in order. */
    public List<String> projections() {
        return processors.stream().map(ProjectionProcessor::name).sorted().toList();
    }

    @Override
    public synchronized void start() {
        for (var processor : processors) {
            var loop = new ProcessorLoop(processor, backoff, batchingDelay, longestBatch, barrier);
            threads.add(ProcessorThread.started(loop));
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(ProcessorThread::requestStop);
        threads.forEach(thread -> thread.awaitStop(STOP_TIMEOUT));
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
