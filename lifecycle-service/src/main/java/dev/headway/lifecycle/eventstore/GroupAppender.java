package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.IdempotencyRow;
import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what concurrent commands bring while the previous group is being stored, and stores it as
 * the next one. Nobody waits for a group to fill: when it is quiet a group is one command. Each
 * command is answered on its own; the whole group is one {@link AppendStatement}, as long as it
 * holds no event that the database refuses.
 */
final class GroupAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    /**
     * After a group of so many the next one waits for more, as with PostgreSQL's commit_delay and
     * commit_siblings: a group costs about the same whether it is small or large, and who is nearly
     * alone waits for nobody.
     */
    private static final int COMPANY = 5;

    private final EventStoreProperties properties;
    private final BlockingQueue<PendingAppend> queue;
    private final GroupWriter writer;
    private final Thread thread;
    private volatile boolean closing;

    GroupAppender(
            DataSource database,
            Clock clock,
            HeadSignal headSignal,
            EventStoreProperties properties,
            MeterRegistry meters) {
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.queueCapacity());
        this.writer =
                new GroupWriter(
                        new AppendConnection(database, properties.statementTimeout()),
                        clock,
                        headSignal,
                        meters);
        Gauge.builder("headway.event-store.waiting", queue, BlockingQueue::size)
                .description("Commands that wait for their group")
                .register(meters);
        this.thread = Thread.ofPlatform().daemon().name("event-appender").start(this::storeGroups);
    }

    /**
     * Stores the events of one command, all or none, and its answer if it has one; returns when
     * that is decided.
     *
     * @return the position of the last event, or the log's when there was none to append
     */
    long append(List<EventRow> events, @Nullable IdempotencyRow keyed) {
        var append = new PendingAppend(events, keyed);
        enqueue(append);
        return append.await(properties.answerTimeout());
    }

    /** How many commands wait for their group. */
    int queued() {
        return queue.size();
    }

    /** Stores what is waiting, then stops. */
    @Override
    public void close() {
        closing = true;
        queue.offer(wakeUp()); // wakes the thread when the queue is empty
        try {
            thread.join(properties.answerTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(PendingAppend append) {
        try {
            if (closing) {
                throw new EventStoreUnavailableException("Headway is stopping", null);
            }
            if (!queue.offer(
                    append, properties.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreUnavailableException("Too many commands are waiting", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreUnavailableException("Interrupted before storing", null);
        }
    }

    private void storeGroups() {
        var group = new ArrayList<PendingAppend>(properties.groupSize());
        var last = 0;
        while (!closing || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                if (last >= COMPANY) {
                    LockSupport.parkNanos(properties.gathering().toNanos());
                }
                queue.drainTo(group, properties.groupSize() - 1);
                last = group.size();
                writer.store(group);
            } catch (InterruptedException e) {
                LOG.warn("The event appender was interrupted, and goes on");
            } catch (RuntimeException | Error e) {
                LOG.error("A group of events met a bug", e);
                writer.close();
                group.forEach(append -> append.fail(new UnknownOutcomeException(e)));
            } finally {
                group.clear();
            }
        }
        writer.close();
    }

    private static PendingAppend wakeUp() {
        var nothing = new PendingAppend(List.of(), null);
        nothing.claim();
        return nothing;
    }
}
