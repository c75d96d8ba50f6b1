package dev.headway.lifecycle.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The appender's own connection, kept as long as it works. Every wait on it is bounded: by
 * PostgreSQL through {@code statement_timeout}, and on the socket for a server that no longer
 * answers at all.
 */
final class AppendConnection implements AutoCloseable {

    private static final Duration SOCKET_MARGIN = Duration.ofSeconds(2);
    private static final long IDLE_NANOS = Duration.ofMillis(200).toNanos();

    private final DataSource database;
    private final Duration statementTimeout;
    private @Nullable Connection connection;
    private @Nullable AppendStatement statement;
    private long lastUsed;

    AppendConnection(DataSource database, Duration statementTimeout) {
        this.database = database;
        this.statementTimeout = statementTimeout;
    }

    /**
     * A statement that was usable a moment ago. One that was idle is tried first, so that a restart
     * of PostgreSQL in a quiet hour does not cost a command its answer.
     */
    AppendStatement statement() throws SQLException {
        var idle = System.nanoTime() - lastUsed > IDLE_NANOS;
        if (connection != null && idle && !connection.isValid(1)) {
            close();
        }
        if (connection == null || statement == null) {
            connection = database.getConnection();
            statement = open(connection);
        }
        lastUsed = System.nanoTime();
        return statement;
    }

    boolean isBroken() {
        try {
            return connection == null || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() {
        var closing = connection;
        connection = null;
        statement = null;
        if (closing != null) {
            try (closing) {
                closing.abort(Runnable::run);
            } catch (SQLException e) {
                // it is gone, which was the aim
            }
        }
    }

    private AppendStatement open(Connection fresh) throws SQLException {
        try (var settings = fresh.createStatement()) {
            fresh.setAutoCommit(true);
            fresh.setNetworkTimeout(
                    Runnable::run, (int) statementTimeout.plus(SOCKET_MARGIN).toMillis());
            settings.execute("set statement_timeout = " + statementTimeout.toMillis());
            settings.execute("set idle_in_transaction_session_timeout = '10s'");
            return new AppendStatement(fresh);
        }
    }
}
