package dev.headway.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * One hash for each table, of its rows in an order of their own: two databases, or one before and
 * after a rebuild, tell the same when they have the same hashes.
 */
public final class TableHashes {

    /** A number of this table alone, and what the sweep notes when it has checked. */
    private static final Map<String, String> VOLATILE =
            Map.of(
                    "watch",
                    "- 'watch_id' - 'next_check_at' - 'ended_by' - 'ended_first' - 'ended_last'"
                            + " - 'ended_last_by'");

    /** Says of each batch what it changed, so its rows are as many as there were batches. */
    private static final String OF_BATCHES = "figure_change";

    private TableHashes() {}

    /** The hashes by table, with the number of rows in front. */
    public static Map<String, String> of(Connection connection, Collection<String> tables)
            throws SQLException {
        var hashes = new TreeMap<String, String>();
        for (var table : tables) {
            if (!table.equals(OF_BATCHES)) {
                hashes.put(table, hash(connection, table));
            }
        }
        return hashes;
    }

    private static String hash(Connection connection, String table) throws SQLException {
        var sql =
                """
                select count(*) || ' rows, '
                       || coalesce(md5(string_agg(row_hash, '' order by row_hash)), '')
                from   (select md5((to_jsonb(t) %s)::text) as row_hash
                        from   %s as t) as hashed
                """
                        .formatted(VOLATILE.getOrDefault(table, ""), table);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
