package dev.headway.lifecycle.imports.runs;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of uploads that were rejected, the first ten thousand of each. */
@Component
public class RejectedRowTable {

    /** More than anybody mends by hand. */
    public static final int MOST = 10_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    RejectedRowTable(JdbcClient database) {
        this.database = database;
    }

    /** In the place of what an earlier try may have left. */
    public void store(String importId, List<RejectedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into import_rejection (import_id, row, line, external_key, errors)
                        select :import, r.row, r.line, r.key, r.errors
                        from   unnest(cast(:rows   as int[]),  cast(:lines  as int[]),
                                      cast(:keys   as text[]), cast(:errors as jsonb[]))
                                   as r (row, line, key, errors)
                        on conflict (import_id, row) do update
                        set    line         = excluded.line,
                               external_key = excluded.external_key,
                               errors       = excluded.errors
                        """)
                .param("import", importId)
                .param("rows", rows.stream().map(RejectedRow::row).toArray(Integer[]::new))
                .param("lines", rows.stream().map(RejectedRow::line).toArray(Integer[]::new))
                .param("keys", rows.stream().map(RejectedRow::externalKey).toArray(String[]::new))
                .param(
                        "errors",
                        rows.stream()
                                .map(each -> JSON.writeValueAsString(each.errors()))
                                .toArray(String[]::new))
                .update();
    }

    /** In the order of the file. */
    List<RejectedRow> of(String importId) {
        return database.sql(
                        """
                        select   row, line, external_key, errors
                        from     import_rejection
                        where    import_id = :import
                        order by row
                        """)
                .param("import", importId)
                .query(
                        (row, _) ->
                                new RejectedRow(
                                        row.getInt("row"),
                                        row.getInt("line"),
                                        row.getString("external_key"),
                                        List.of(
                                                JSON.readValue(
                                                        row.getString("errors"),
                                                        RejectedRow.Reason[].class))))
                .list();
    }
}
