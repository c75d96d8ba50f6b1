package dev.headway.testing;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rule by which a mirror takes a record only when it follows on what it has. It can be planted
 * out of a database by its superuser, to see what would be lost; no setting of Headway does so.
 */
public final class PredecessorCheck {

    private static final String FOLLOWS = "elsif event_previous[i] <= reached then";
    private static final String REFUSES = "raise exception";

    private PredecessorCheck() {}

    /**
     * From now on this mirror drops what is not newer and takes everything else, and nobody looks
     * whether what is known is there.
     */
    public static void takeOut(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            String function;
            try (var row =
                    statement.executeQuery("select pg_get_functiondef('mirror_events'::regproc)")) {
                row.next();
                function = row.getString(1);
            }
            if (!function.contains(FOLLOWS) || !function.contains(REFUSES)) {
                throw new IllegalStateException("The rule is not where it was: " + function);
            }
            statement.execute(
                    function.replace(FOLLOWS, "elsif true then").replace(REFUSES, "raise debug"));
        }
    }
}
