package dev.headway.lifecycle.eventstore;

import dev.headway.lifecycle.eventstore.AppendContext.KeyedRow;
import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what concurrent commands bring while the previous group is being stored, and stores it as
 * the next one. Nobody waits for a group to fill: when it is quiet a group is one command. Each
 * command is answered on its own.
 */
final class GroupAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

    private final Clock clock;
    private final HeadSignal headSignal;
    private final EventStoreProperties properties;
    private final BlockingQueue<PendingAppend> queue;
    private final AppendConnection connection;
    private final DistributionSummary groups;
    private final Timer duration;
    private final Thread thread;
    private volatile boolean closing;

    GroupAppender(
            DataSource database,
            Clock clock,
            HeadSignal headSignal,
            EventStoreProperties properties,
            MeterRegistry meters) {
        this.clock = clock;
        this.headSignal = headSignal;
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.queueCapacity());
        this.connection = new AppendConnection(database, properties.statementTimeout());
        this.groups =
                DistributionSummary.builder("headway.event-store.group")
                        .description("Commands that were stored together")
                        .register(meters);
        this.duration =
                Timer.builder("headway.event-store.append")
                        .description("Storing one group, the wait for the lock included")
                        .register(meters);
        Gauge.builder("headway.event-store.waiting", queue, BlockingQueue::size)
                .description("Commands that wait for their group")
                .register(meters);
        this.thread = Thread.ofPlatform().daemon().name("event-appender").start(this::storeGroups);
    }

    /**
     * Stores the events of one command, all or none, and its answer if it has one; returns when
     * that is settled.
     *
     * @return the position of the last event, or the log's when there was none to append
     */
    long append(List<EventRow> events, @Nullable KeyedRow keyed) {
        var append = new PendingAppend(events, keyed);
        enqueue(append);
        return append.await(properties.answerTimeout());
    }

    /** How many commands wait for their group. */
    int waiting() {
        return queue.size();
    }

    /** Stores what is waiting, then stops. */
    @Override
    public void close() {
        closing = true;
        queue.offer(withdrawn()); // wakes the thread when the queue is empty
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
        while (!closing || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, properties.groupSize() - 1);
                store(group);
            } catch (InterruptedException e) {
                LOG.warn("The event appender was interrupted, and goes on");
            } catch (RuntimeException | Error e) {
                LOG.error("A group of events met a bug", e);
                connection.close();
                group.forEach(append -> append.fail(new UnknownOutcomeException(e)));
            } finally {
                group.clear();
            }
        }
        connection.close();
    }

    private void store(List<PendingAppend> group) {
        AppendStatement statement;
        try {
            statement = connection.statement();
        } catch (SQLException e) {
            connection.close();
            failAll(group, new EventStoreUnavailableException("PostgreSQL is away", e));
            return;
        }
        group.removeIf(append -> !append.take());
        if (!group.isEmpty()) {
            send(group, statement);
        }
    }

    private void send(List<PendingAppend> group, AppendStatement statement) {
        try {
            var begun = System.nanoTime();
            var outcomes = statement.append(group, clock.instant());
            duration.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            groups.record(group.size());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).settle(outcomes.get(i).outcome(), outcomes.get(i).lastPosition());
            }
            headSignal.advanceTo(outcomes.getLast().lastPosition());
        } catch (SQLException e) {
            whenRefused(group, statement, e);
        }
    }

    private void whenRefused(
            List<PendingAppend> group, AppendStatement statement, SQLException refusal) {
        if (!isRolledBack(refusal)) {
            LOG.warn("Lost the connection while storing {} commands", group.size(), refusal);
            connection.close();
            failAll(group, new UnknownOutcomeException(refusal));
        } else if (!isAboutTheData(refusal)) {
            failAll(group, new EventStoreUnavailableException("PostgreSQL refused", refusal));
        } else if (group.size() == 1) {
            failAll(group, new EventStoreException("PostgreSQL cannot store this", refusal));
        } else {
            // one command spoils the group; nothing was stored, so each may try alone
            group.forEach(append -> send(List.of(append), statement));
        }
    }

    /** Whether PostgreSQL itself said no, on a connection that is still there. */
    private boolean isRolledBack(SQLException refusal) {
        var state = refusal.getSQLState();
        return state != null
                && !state.startsWith("08")
                && !state.startsWith("57P")
                && !connection.isBroken();
    }

    /** Data exceptions and violated constraints; anything else says more about the server. */
    private static boolean isAboutTheData(SQLException refusal) {
        var state = String.valueOf(refusal.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static void failAll(List<PendingAppend> group, RuntimeException why) {
        group.forEach(append -> append.fail(why));
    }

    private static PendingAppend withdrawn() {
        var nothing = new PendingAppend(List.of(), null);
        nothing.take();
        return nothing;
    }
}
