package dev.headway.testing;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes something of a partnership's events on their way into a mirror that no projection can read,
 * and of the last one what it was.
 */
public final class PoisonedPartnership {

    private static final String SPOIL =
            """
            create function spoil() returns trigger language plpgsql as $$
            begin
                if new.stream = '%s' then
                    new.payload := 'spoilt';
                end if;
                return new;
            end
            $$;
            create trigger spoil before insert on event for each row execute function spoil()
            """;

    private static final String LEAVE =
            """
            drop trigger spoil on event;
            drop function spoil()
            """;

    private static final String REPAIR =
            """
            update event
            set    payload = ?
            where  stream  = ?
            and    version = ?
            """;

    private PoisonedPartnership() {}

    /** From now on, in this mirror. */
    public static void spoil(Connection mirror, String partnership) throws SQLException {
        execute(mirror, SPOIL.formatted(partnership));
    }

    /** No more of them; what is spoilt stays so. */
    public static void leave(Connection mirror) throws SQLException {
        execute(mirror, LEAVE);
    }

    /** Writes over what was spoilt with what the store has. */
    public static void repair(Connection mirror, Connection store, String partnership)
            throws SQLException {
        try (var read =
                        store.prepareStatement(
                                "select payload, stream, version from event where stream = ?");
                var write = mirror.prepareStatement(REPAIR)) {
            read.setString(1, partnership);
            try (var row = read.executeQuery()) {
                while (row.next()) {
                    write.setString(1, row.getString(1));
                    write.setString(2, row.getString(2));
                    write.setLong(3, row.getLong(3));
                    write.executeUpdate();
                }
            }
        }
    }

    private static void execute(Connection mirror, String statements) throws SQLException {
        try (var statement = mirror.createStatement()) {
            statement.execute(statements);
        }
    }
}
