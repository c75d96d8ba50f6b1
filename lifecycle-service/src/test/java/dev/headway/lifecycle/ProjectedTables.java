package dev.headway.lifecycle;

import dev.headway.projections.reading.Projection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One hash for each table of each projection, of its rows in an order of their own: two databases,
 * or one before and after a rebuild, tell the same when they have the same hashes.
 */
public final class ProjectedTables {

    /** A number of this table alone, and what the sweep notes when it has looked. */
    private static final Map<String, String> VOLATILE =
            Map.of(
                    "watch",
                    "- 'watch_id' - 'next_check_at' - 'ended_by' - 'ended_first' - 'ended_last'");

    private ProjectedTables() {}

    /** The hashes by table, with the number of rows in front. */
    public static Map<String, String> hashes(DataSource database, List<Projection> projections) {
        var jdbc = JdbcClient.create(database);
        var hashes = new TreeMap<String, String>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                hashes.put(table, hash(jdbc, table));
            }
        }
        return hashes;
    }

    private static String hash(JdbcClient jdbc, String table) {
        return jdbc.sql(
                        """
                        select count(*) || ' rows, '
                               || coalesce(md5(string_agg(row_hash, '' order by row_hash)), '')
                        from   (select md5((to_jsonb(t) %s)::text) as row_hash
                                from   %s as t) as hashed
                        """
                                .formatted(VOLATILE.getOrDefault(table, ""), table))
                .query(String.class)
                .single();
    }
}
