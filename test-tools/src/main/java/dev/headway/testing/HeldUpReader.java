package dev.headway.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Holds up whoever fills a mirror in the middle of their statement, so that they can be stopped
 * there. What they began is committed when it is let go, whether they are there or not.
 */
public final class HeldUpReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String HOLD_UP =
            """
            create function hold_up() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(4711);
                return null;
            end
            $$;
            create trigger hold_up after insert on event
            for each statement execute function hold_up();
            select pg_advisory_lock(4711)
            """;

    private static final String LET_GO =
            """
            select pg_advisory_unlock(4711);
            drop trigger hold_up on event;
            drop function hold_up()
            """;

    private static final String INSIDE =
            """
            select count(*)
            from   pg_stat_activity
            where  datname = current_database()
            and    wait_event = 'advisory'
            """;

    private final Connection superuser;

    /**
     * From now on, until it is closed.
     *
     * @param superuser of the mirror's database
     */
    public HeldUpReader(Connection superuser) throws SQLException {
        this.superuser = superuser;
        execute(HOLD_UP);
    }

    /** Until somebody is in the middle of it. */
    public void awaitInside() {
        await("a reader in its statement").atMost(PATIENCE).until(this::isInside);
    }

    private boolean isInside() throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(INSIDE)) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    private void execute(String statements) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(statements);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(LET_GO);
    }
}
