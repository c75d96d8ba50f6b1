package dev.headway.projections.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of events that other nodes append: PostgreSQL notifies, and when it has been silent for a
 * while the head is looked up, so that a lost notification costs half a second and no more. Keeps
 * one connection of its own, and gets another when that one breaks.
 */
public final class NotificationListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(500);

    private final DataSource database;
    private final HeadSignal headSignal;
    private final Duration poll;
    private final ReadableEvents readable;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Connection connection;

    /**
     * Listens at once, on a thread of its own.
     *
     * @param poll after how long a silence the head is looked up
     */
    public NotificationListener(DataSource database, HeadSignal headSignal, Duration poll) {
        this(database, headSignal, poll, ReadableEvents.ALL);
    }

    /**
     * @param readable which of the events there are the head is of
     */
    public NotificationListener(
            DataSource database, HeadSignal headSignal, Duration poll, ReadableEvents readable) {
        this.readable = readable;
        this.database = database;
        this.headSignal = headSignal;
        this.poll = poll;
        this.thread = Thread.ofPlatform().daemon().name("event-listener").start(this::listen);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        abort();
    }

    private void listen() {
        while (!closing) {
            try (var fresh = database.getConnection()) {
                connection = fresh;
                hear(fresh);
            } catch (SQLException | RuntimeException e) {
                if (!closing) {
                    LOG.warn("Not hearing of other nodes' events for a moment: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection fresh) throws SQLException {
        try (var statement = fresh.createStatement()) {
            statement.execute("listen headway_event");
        }
        fresh.setNetworkTimeout(Runnable::run, (int) poll.plusSeconds(10).toMillis());
        var notifications = fresh.unwrap(PGConnection.class);
        lookUpHead(fresh);
        while (!closing) {
            var heard = notifications.getNotifications((int) poll.toMillis());
            if (heard == null || heard.length == 0) {
                lookUpHead(fresh);
            } else {
                headSignal.advanceTo(Long.parseLong(heard[heard.length - 1].getParameter()));
            }
        }
    }

    private void lookUpHead(Connection fresh) throws SQLException {
        try (var statement = fresh.createStatement();
                var head = statement.executeQuery(readable.head())) {
            head.next();
            headSignal.advanceTo(head.getLong(1));
        }
    }

    private void abort() {
        var broken = connection;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
            } catch (SQLException e) {
                // it is gone, which was the aim
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_ANOTHER_TRY);
        } catch (InterruptedException e) {
            // closing, or early: either way the loop looks for itself
        }
    }
}
