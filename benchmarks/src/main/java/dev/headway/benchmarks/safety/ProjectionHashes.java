package dev.headway.benchmarks.safety;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One hash a table, of its rows in an order of their own. Every table counts that is not listed
 * here with a reason, so that a new projection is held to it without anybody thinking of it.
 */
final class ProjectionHashes {

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
                    "chat_outbox",
                    "chat_channel",
                    "chat_daily_notification"); // what chat was told, never rebuilt

    /** A number of this table alone, and when the sweep has looked and will look. */
    private static final Map<String, String> VOLATILE =
            Map.of(
                    "watch",
                    "- 'watch_id' - 'next_check_at' - 'ended_by' - 'ended_first' - 'ended_last'");

    private ProjectionHashes() {}

    static Map<String, String> of(Connection connection) throws SQLException {
        var hashes = new TreeMap<String, String>();
        for (var table : tables(connection)) {
            hashes.put(table, hash(connection, table));
        }
        return hashes;
    }

    private static String hash(Connection connection, String table) throws SQLException {
        var sql =
                """
                select count(*) || ' rows, ' || coalesce(md5(string_agg(row_hash, '' order by row_hash)), '')
                from   (select md5((to_jsonb(t) %s)::text) as row_hash from %s as t) as hashed
                """
                        .formatted(VOLATILE.getOrDefault(table, ""), table);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Iterable<String> tables(Connection connection) throws SQLException {
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
