package dev.headway.projections.questions.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.portfolio.PortfolioList.Listed;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/**
 * However many they are, which decides how they are found: the ghost towns are those of the whole
 * list, in its order, on pages that follow each other.
 */
class GhostTownsAreListedInOrderTest {

    private static final int LIMIT = 900;
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(source));
    private final PortfolioList list = new PortfolioList(database);
    private final Thresholds thresholds = new WhatDoesTheProgramAskFor(database).thresholds();

    /**
     * @param ghostTowns a few, so many that they are met in the list's order, and very many
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 40, 700, 5_600})
    void whatever_the_order(int ghostTowns) {
        partnerships(ghostTowns);
        for (var sort : PortfolioSort.parameters()) {
            var towns =
                    all(sort, null).stream()
                            .filter(row -> row.clock().isGhostTown(thresholds, NOW))
                            .toList();

            assertThat(ids(towns)).as("those of the list by %s", sort).hasSize(ghostTowns);
            assertThat(ids(all(sort, "true"))).as("ghost=true by %s", sort).isEqualTo(ids(towns));
        }
    }

    /** Every second one has moved lately. */
    private void partnerships(int ghostTowns) {
        for (var table : List.of("portfolio", "portfolio_search", "ghost_clock")) {
            superuser.sql("truncate " + table).update();
        }
        insert(
                """
                insert into portfolio (partnership_id, name, name_folded, partner_name, partner_type, stage,
                                       stage_since, seat_owners, seats, open_steps, version)
                select 'p' || p, 'n' || p % 100, 'n' || p % 100, 'Partner', 'TELCO', stage,
                       timestamptz '2025-03-01Z' + p % 37 * interval '1 hour', '{}', '{}',
                       cast(case p % 3 when 0 then '["1", "2", "3"]' else '["1"]' end as jsonb), 1
                from   ${lived}
                """,
                ghostTowns);
        insert(
                """
                insert into ghost_clock (partnership_id, name, stage, last_motion_at, version)
                select 'p' || p, 'n', stage,
                       timestamptz '2026-03-01Z' - (p % 2 * 60 + p % 7) * interval '1 day', 1
                from   ${lived}
                """,
                ghostTowns);
        superuser.sql("analyze portfolio").update();
        superuser.sql("analyze ghost_clock").update();
    }

    private void insert(String statement, int ghostTowns) {
        database.sql(
                        statement.replace(
                                "${lived}",
                                """
                                (select p, (array['PILOT', 'LAUNCH', 'SCALED'])[1 + p % 3] as stage
                                 from   generate_series(1, :partnerships) as p) as lived
                                """))
                .param("partnerships", 2 * ghostTowns)
                .update();
    }

    private List<Listed> all(String sort, @Nullable String ghost) {
        var asked = new LinkedMultiValueMap<String, String>();
        if (ghost != null) {
            asked.add("ghost", ghost);
        }
        var filters = PortfolioFilters.of(new QueryParameters("portfolio", asked), () -> "p-1");
        var all = new ArrayList<Listed>();
        List<String> after = null;
        while (true) {
            var page =
                    list.page(
                            filters,
                            PortfolioSort.of(sort).orElseThrow(),
                            after,
                            thresholds,
                            NOW,
                            LIMIT);
            all.addAll(page);
            if (page.size() < LIMIT) {
                return all;
            }
            after = List.of(page.getLast().sortKey(), page.getLast().entry().partnershipId());
        }
    }

    private static List<String> ids(List<Listed> rows) {
        return rows.stream().map(row -> row.entry().partnershipId()).toList();
    }
}
