package dev.headway.projections.questions.portfolio;

import dev.headway.projections.querying.LikePattern;
import dev.headway.projections.tables.JsonBulkWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What partnerships are found by: a text, in a narrow table of its own, and rows of other
 * questions. Nobody can tell how many those will find before it was looked for: where they are few
 * they are found first and then put in order, and where they are many they are met in order.
 */
final class PortfolioSearch {

    /** Sorted sooner than it takes to meet one in a hundred of a large portfolio. */
    private static final int FEW = 1_000;

    /** What the list orders and narrows by, read off one index without the rows. */
    private static final String COLUMNS =
            """
            partnership_id, stage_rank, name_folded, stage_since, steps_secured, pattern,
            partner_type, classification, owner, vacant_seats, voided""";

    private static final String FEW_FOUND =
            """
            with few_found as materialized (
                select ${columns}
                from   portfolio
                where  partnership_id = any(:few))
            """;

    private static final String OWNED =
            "select partnership_id from portfolio where owner = :owner limit :limit";

    private static final String NAMED_SO =
            """
            join portfolio_search found on  found.partnership_id = p.partnership_id
                                        and found.folded like :q
            """;

    private PortfolioSearch() {}

    /**
     * What a list reads.
     *
     * @param with what its statement begins with
     * @param from its entries, as {@code p}
     * @param conditions what they must fulfil beside the list's own
     * @param parameters what all of these bind
     */
    record Scope(
            String with, String from, List<String> conditions, Map<String, Object> parameters) {}

    /** What has a text in it, and rows of other questions. */
    static Scope scope(JdbcClient database, PortfolioFilters filters, Instant now) {
        var found = new Found(database);
        var from = "portfolio p\n";
        if (filters.q() != null) {
            var pattern = LikePattern.containing(filters.q());
            var named =
                    "select partnership_id from portfolio_search where folded like :q limit :limit";
            if (!found.few(named, Map.of("q", pattern))) {
                from += NAMED_SO;
            }
        }
        if (filters.owner().isOfOne()) {
            var unused =
                    found.few(
                            OWNED, Map.of("owner", Objects.requireNonNull(filters.owner().key())));
        }
        var conditions = new ArrayList<String>();
        for (var join : filters.elsewhere().at(now)) {
            if (!join.isThere() || !found.few(join.ids(), join.parameters())) {
                conditions.add(join.probe());
                found.parameters.putAll(join.parameters());
            }
        }
        if (found.few == null) {
            return new Scope("", from, conditions, found.parameters);
        }
        found.parameters.put("few", found.few.toArray(String[]::new));
        return new Scope(
                FEW_FOUND.replace("${columns}", columns(filters)),
                from.replace("portfolio p", "few_found p"),
                conditions,
                found.parameters);
    }

    private static String columns(PortfolioFilters filters) {
        return COLUMNS
                + (filters.externalKey() == null ? "" : ", external_key")
                + (filters.segment() == null ? "" : ", segment_folded");
    }

    /** Whom the filters of which each finds few find together. */
    private static final class Found {

        private final JdbcClient database;
        private final Map<String, Object> parameters = new HashMap<>();
        private @Nullable Set<String> few;

        Found(JdbcClient database) {
            this.database = database;
        }

        /** Narrows to what a statement finds, unless that is many. */
        boolean few(String statement, Map<String, Object> bound) {
            var ids =
                    database.sql(statement)
                            .params(bound)
                            .param("limit", FEW + 1)
                            .query((row, _) -> row.getString("partnership_id"))
                            .list();
            if (ids.size() > FEW) {
                parameters.putAll(bound);
                return false;
            }
            var both = new HashSet<>(ids);
            if (few != null) {
                both.retainAll(few);
            }
            few = both;
            return true;
        }
    }

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
