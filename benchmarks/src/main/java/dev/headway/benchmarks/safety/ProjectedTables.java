package dev.headway.benchmarks.safety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that is projected. Every table counts that is not listed here with a reason, so that a new
 * projection is held to it without anybody thinking of it.
 */
public final class ProjectedTables {

    /** The log itself, what is not rebuilt from it, and what says how far one has read. */
    private static final Set<String> NOT_PROJECTED =
            Set.of(
                    "event",
                    "snapshot",
                    "idempotency",
                    "flyway_schema_history",
                    "projection_position",
                    "cursor_key", // a secret of this database
                    "alert", // rows of what was noticed, never rebuilt
                    "delivery", // what was sent to chat, never rebuilt
                    "delivery_attempt",
                    "dead_letter", // what could not be projected
                    "dead_letter_replay",
                    "chat_outbox",
                    "chat_channel",
                    "chat_daily_notification"); // what chat was told, never rebuilt

    private ProjectedTables() {}

    /** Their names. */
    public static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select tablename from pg_tables where schemaname = 'public' order by 1")) {
            while (row.next()) {
                if (!NOT_PROJECTED.contains(row.getString(1))) {
                    tables.add(row.getString(1));
                }
            }
        }
        return tables;
    }
}
