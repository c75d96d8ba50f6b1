package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.projections.log.HeadSignal;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a group of commands in one statement, and completes each with what came of it: also when
 * PostgreSQL refuses, goes away, or cannot be asked any more.
 */
final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

    private final AppendConnection connection;
    private final Clock clock;
    private final HeadSignal headSignal;
    private final DistributionSummary groups;
    private final Timer duration;

    GroupWriter(
            AppendConnection connection, Clock clock, HeadSignal headSignal, MeterRegistry meters) {
        this.connection = connection;
        this.clock = clock;
        this.headSignal = headSignal;
        this.groups =
                DistributionSummary.builder("headway.event-store.group")
                        .description("Commands that were stored together")
                        .register(meters);
        this.duration =
                Timer.builder("headway.event-store.append")
                        .description("Storing one group, the wait for the lock included")
                        .register(meters);
    }

    /** Stores what is still waited for of a group, and answers each command on its own. */
    void store(List<PendingAppend> group) {
        AppendStatement statement;
        try {
            statement = connection.statement();
        } catch (SQLException e) {
            connection.close();
            failAll(group, new EventStoreUnavailableException("PostgreSQL is away", e));
            return;
        }
        group.removeIf(append -> !append.claim());
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
                group.get(i).complete(outcomes.get(i).outcome(), outcomes.get(i).lastPosition());
            }
            headSignal.advanceTo(outcomes.getLast().lastPosition());
        } catch (SQLException e) {
            onFailure(group, statement, e);
        }
    }

    private void onFailure(
            List<PendingAppend> group, AppendStatement statement, SQLException failure) {
        if (!isRolledBack(failure)) {
            LOG.warn("Lost the connection while storing {} commands", group.size(), failure);
            connection.close();
            failAll(group, new UnknownOutcomeException(failure));
        } else if (!isAboutTheData(failure)) {
            failAll(group, new EventStoreUnavailableException("PostgreSQL refused", failure));
        } else if (group.size() == 1) {
            failAll(group, new EventStoreException("PostgreSQL cannot store this", failure));
        } else {
            // one command spoils the group; nothing was stored, so each may try alone
            group.forEach(append -> send(List.of(append), statement));
        }
    }

    /** Whether PostgreSQL itself said no, on a connection that is still there. */
    private boolean isRolledBack(SQLException failure) {
        var state = failure.getSQLState();
        return state != null
                && !state.startsWith("08")
                && !state.startsWith("57P")
                && !connection.isBroken();
    }

    /** Data exceptions and violated constraints; anything else says more about the server. */
    private static boolean isAboutTheData(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static void failAll(List<PendingAppend> group, RuntimeException why) {
        group.forEach(append -> append.fail(why));
    }

    /** Gives the connection up; the next group opens another one. */
    @Override
    public void close() {
        connection.close();
    }
}
