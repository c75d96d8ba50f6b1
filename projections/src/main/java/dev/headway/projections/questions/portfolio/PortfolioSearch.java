package dev.headway.projections.questions.portfolio;

import dev.headway.projections.tables.JsonBulkWrites;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partnerships are found by, in a narrow table of its own. */
final class PortfolioSearch {

    /** What a list joins to {@code portfolio p} to search in it. */
    static final String JOIN =
            "join portfolio_search found on found.partnership_id = p.partnership_id";

    private PortfolioSearch() {}

    /** Most events change no name, and write nothing here. */
    static void store(JdbcClient database, Collection<PortfolioRow> rows) {
        JsonBulkWrites.write(
                database,
                """
                insert into portfolio_search (partnership_id, folded)
                select partnership_id, folded
                from   jsonb_to_recordset(cast(:rows as jsonb))
                       as row (partnership_id text, folded text)
                where  not exists (select
                                   from   portfolio_search known
                                   where  known.partnership_id = row.partnership_id
                                   and    known.folded         = row.folded)
                on conflict (partnership_id) do update
                set    folded = excluded.folded
                """,
                rows);
    }
}
