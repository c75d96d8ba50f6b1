package dev.headway.projections.questions.portfolio;

import dev.headway.projections.querying.LikePattern;
import dev.headway.projections.tables.JsonBulkWrites;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What partnerships are found by, in a narrow table of its own. Nobody can tell how many a text
 * will find before it was looked for: where they are few they are found first and then put in
 * order, and where they are many they are met in order.
 */
final class PortfolioSearch {

    /** Sorted sooner than it takes to meet one in a hundred of a large portfolio. */
    private static final int FEW = 1_000;

    private static final Scope ALL = new Scope("", "portfolio p", Map.of());

    private static final String FEW_FOUND =
            """
            with few_found as materialized (
                select *
                from   portfolio
                where  partnership_id = any(:few))
            """;

    private static final String AMONG_MANY =
            """
            portfolio p
            join portfolio_search found on  found.partnership_id = p.partnership_id
                                        and found.folded like :q
            """;

    private PortfolioSearch() {}

    /**
     * What a list reads.
     *
     * @param with what its statement begins with
     * @param from its entries, as {@code p}
     * @param parameters what both bind
     */
    record Scope(String with, String from, Map<String, Object> parameters) {}

    /** What has a text in it; all, where it is null. */
    static Scope scope(JdbcClient database, @Nullable String text) {
        if (text == null) {
            return ALL;
        }
        var pattern = LikePattern.containing(text);
        var found =
                database.sql(
                                """
                                select partnership_id
                                from   portfolio_search
                                where  folded like :q
                                limit  :limit
                                """)
                        .param("q", pattern)
                        .param("limit", FEW + 1)
                        .query(String.class)
                        .list();
        return found.size() > FEW
                ? new Scope("", AMONG_MANY, Map.of("q", pattern))
                : new Scope(FEW_FOUND, "few_found p", Map.of("few", found.toArray(String[]::new)));
    }

    /** A pattern for LIKE that finds the text itself, its wildcards included. */
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
