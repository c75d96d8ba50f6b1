package dev.headway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

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

    /** A watch that ended says when it was looked at, and that depends on who looked. */
    private static final Map<String, String> COUNTED = Map.of("watch", "anchor_at is not null");

    /** What they list comes in the order of batches. */
    private static final Set<String> LISTS = Set.of("portfolio");

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
        return LISTS.contains(table) ? sorted(connection, table) : inDatabase(connection, table);
    }

    private static String inDatabase(Connection connection, String table) throws SQLException {
        var sql =
                """
                select count(*) || ' rows, '
                       || coalesce(md5(string_agg(row_hash, '' order by row_hash)), '')
                from   (select md5((to_jsonb(t) %s)::text) as row_hash
                        from   %s as t
                        where  %s) as hashed
                """
                        .formatted(
                                VOLATILE.getOrDefault(table, ""),
                                table,
                                COUNTED.getOrDefault(table, "true"));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String sorted(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_jsonb(t)::text from " + table + " t")) {
            while (row.next()) {
                rows.add(SortedJson.of(row.getString(1)));
            }
        }
        Collections.sort(rows);
        return rows.size() + " rows, " + UUID.nameUUIDFromBytes(rows.toString().getBytes(UTF_8));
    }
}
