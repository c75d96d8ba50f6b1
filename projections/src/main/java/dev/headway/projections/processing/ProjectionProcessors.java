package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.scheduling.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every projection up to date, each on a thread of its own, so that a faulty one holds up
 * nobody but itself. Any number of nodes may run it over the same database.
 */
@Component
public class ProjectionProcessors implements SmartLifecycle {

    /** Long enough for a batch to end by itself; then its thread is interrupted. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    /** After a failure. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(6_400);

    /** In pages less than the log remembers for those who come next. */
    private static final int LEAD = 4 * Batch.PAGE;

    /** Between batches; longer than the slowest of them takes for one. */
    private static final Duration PATIENCE_ON_THE_WAY = Duration.ofSeconds(10);

    /** Up before the web server takes requests, down after it took the last one. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final List<ProjectionProcessor> readers;
    private final Backoff backoff;
    private final Duration gathering;
    private final Duration longestBatch;
    private final ShadowTables shadows;
    private final boolean autoStart;
    private final CatchUpBarrier convoy = new CatchUpBarrier(LEAD, 2 * LEAD, PATIENCE_ON_THE_WAY);
    private final List<ProcessorThread> threads = new ArrayList<>();

    /**
     * @param gathering how long, under load, events may wait for others to be worked in with them
     * @param longestBatch how long a batch is read at most, its waits for other readers included
     */
    public ProjectionProcessors(
            List<Projection> projections,
            EventLog log,
            Positions positions,
            ShadowTables shadows,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            RandomGenerator random,
            @Value("${headway.reading.gathering:50ms}") Duration gathering,
            @Value("${headway.reading.longest-batch:4s}") Duration longestBatch,
            @Value("${headway.reading.auto-start:true}") boolean autoStart) {
        var transaction = new TransactionTemplate(transactions);
        this.readers =
                projections.stream()
                        .map(
                                each ->
                                        new ProjectionProcessor(
                                                each, log, positions, transaction, meters))
                        .toList();
        this.shadows = shadows;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
        this.gathering = gathering;
        this.longestBatch = longestBatch;
        this.autoStart = autoStart;
    }

    /** Reads every projection up to the head before it returns; what fails is thrown. */
    public void catchUp() {
        readers.forEach(ProjectionProcessor::catchUp);
    }

    /**
     * Fills a projection's tables anew from the first event, beside those that answer, and switches
     * when it is done. Traffic goes on meanwhile; returns after the switch.
     *
     * @throws IllegalArgumentException if nothing has that name
     */
    public void rebuild(String projection) {
        readers.stream()
                .filter(reader -> reader.name().equals(projection))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No projection " + projection))
                .rebuild(shadows);
    }

    /** Every projection's name, in order. */
    public List<String> projections() {
        return readers.stream().map(ProjectionProcessor::name).sorted().toList();
    }

    @Override
    public synchronized void start() {
        for (var reader : readers) {
            threads.add(ProcessorThread.started(reader, backoff, gathering, longestBatch, convoy));
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(ProcessorThread::askToStop);
        threads.forEach(thread -> thread.awaitStop(PATIENCE_AT_STOP));
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
