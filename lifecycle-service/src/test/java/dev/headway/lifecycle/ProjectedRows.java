package dev.headway.lifecycle;

import dev.headway.projections.processing.Projection;
import dev.headway.testing.SortedJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows that projections keep, but for what a rebuild may say otherwise. */
public final class ProjectedRows {

    /** What a rebuild may number anew: keys of its own, and when it looked. */
    private static final List<String> NUMBERED =
            List.of(
                    "watch_id",
                    "next_check_at",
                    "ended_by",
                    "ended_first",
                    "ended_last",
                    "ended_last_by");

    /** That somebody asked for the rebuild is in the audit since. */
    private static final String ASKED_FOR = "\"RebuildRequested\"";

    /** A row for each batch. */
    private static final String OF_BATCHES = "figure_change";

    private ProjectedRows() {}

    /** The rows of every table, in an order of their own. */
    public static Map<String, List<String>> of(RunningHeadway headway) {
        return of(headway.bean(JdbcClient.class), headway.beans(Projection.class));
    }

    /** The same out of a database, of these projections. */
    public static Map<String, List<String>> of(JdbcClient database, List<Projection> projections) {
        var tables = new TreeMap<String, List<String>>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                if (!table.equals(OF_BATCHES)) {
                    tables.put(table, rows(database, table));
                }
            }
        }
        return tables;
    }

    private static List<String> rows(JdbcClient database, String table) {
        return database
                .sql(
                        """
                        select (to_jsonb(t) - cast(:numbered as text[]))::text
                        from   ${table} t
                        where  to_jsonb(t) ->> 'watch_id'  is null
                        or     to_jsonb(t) ->> 'anchor_at' is not null
                        """
                                .replace("${table}", table))
                .param("numbered", NUMBERED.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(row -> !row.contains(ASKED_FOR))
                .map(SortedJson::of)
                .sorted()
                .toList();
    }
}
