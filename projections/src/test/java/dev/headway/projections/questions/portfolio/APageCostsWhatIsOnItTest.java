package dev.headway.projections.questions.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Of twenty thousand partnerships, whatever a list is narrowed to and ordered by, a few hundred are
 * read for a page: even where all that it wants stand at the other end of the order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class APageCostsWhatIsOnItTest {

    private static final int PARTNERSHIPS = 20_000;
    private static final int LIMIT = 51;
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    /** Each stage may be read for a page of its own, its rows twice and their clocks. */
    private static final int READ_AT_MOST = 5 * LIMIT * 2 * 3;

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.superuser(source));
    private final PortfolioList list = new PortfolioList(database);
    private final Thresholds thresholds = new WhatDoesTheProgramAskFor(database).thresholds();

    static Stream<String> filters() {
        return Stream.of(
                "",
                "stage=SUNSET",
                "stage=PILOT&stage=LAUNCH",
                "pattern=RESELL",
                "pattern=REFERRAL",
                "type=TELCO",
                "type=DISTRIBUTOR",
                "classification=STRATEGIC",
                "owner=",
                "owner=nobody",
                "stepsSecured=true",
                "stepsSecured=false",
                "ghost=false",
                "q=listed 777",
                "q=nowhere",
                "externalKey=key-7",
                "voided=true");
    }

    @BeforeAll
    void aPortfolioThatWasLivedIn() {
        insert(
                """
                insert into portfolio (partnership_id, name, name_folded, partner_name, partner_type,
                                       external_key, pattern, stage, stage_since, owner, seat_owners, seats,
                                       open_steps, version)
                select cast(md5('listed' || p) as uuid), name, name, 'Partner',
                       (array['RESELLER', 'TELCO', 'AGENCY'])[1 + p % 3], 'key-' || p,
                       case when stage = 'PROSPECT' then 'RESELL' end, stage,
                       timestamptz '2026-03-01Z' - p * interval '1 hour',
                       case when stage <> 'LAUNCH' then '=owner ' || p % 200 end, '{}', '{}',
                       cast(case when stage = 'LAUNCH' then '["1", "2", "3"]' else '["1"]' end as jsonb), 1
                from   ${lived}
                """);
        insert(
                """
                insert into portfolio_search (partnership_id, folded)
                select cast(md5('listed' || p) as uuid), name from ${lived}
                """);
        insert(
                """
                insert into ghost_clock (partnership_id, name, stage, last_motion_at, version)
                select cast(md5('listed' || p) as uuid), name, stage,
                       case when stage <> 'PROSPECT' then timestamptz '2026-03-01Z' - p % 50 * interval '1 day' end, 1
                from   ${lived}
                """);
        for (var table : List.of("portfolio", "portfolio_search", "ghost_clock")) {
            superuser.sql("vacuum analyze " + table).update();
        }
    }

    private void insert(String statement) {
        database.sql(
                        statement.replace(
                                "${lived}",
                                """
                                (select p, 'partnership ' || md5('' || p) || ' listed ' || p as name,
                                        (array['PROSPECT', 'PILOT', 'LAUNCH', 'SCALED', 'SUNSET'])[1 + p % 5] as stage
                                 from   generate_series(1, :partnerships) as p) as lived
                                """))
                .param("partnerships", PARTNERSHIPS)
                .update();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void whatever_it_is_narrowed_to(String filters) {
        for (var sort : PortfolioSort.parameters()) {
            assertThat(read(filters, sort))
                    .as("rows read for %s by %s", filters, sort)
                    .isLessThan(READ_AT_MOST);
        }
    }

    private long read(String filters, String sort) {
        var asked = new LinkedMultiValueMap<String, String>();
        Stream.of(filters.split("&"))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("=", 2))
                .forEach(each -> asked.add(each[0], each[1]));
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            // as in application.yaml
                            database.sql("set local random_page_cost = 1.1").update();
                            var before = rowsRead();
                            list.page(
                                    PortfolioFilters.of(
                                            new QueryParameters("portfolio", asked), () -> "p-1"),
                                    PortfolioSort.of(sort).orElseThrow(),
                                    null,
                                    thresholds,
                                    NOW,
                                    LIMIT);
                            return rowsRead() - before;
                        }));
    }

    /** By this connection, which may have read for an earlier page a moment ago. */
    private long rowsRead() {
        return database.sql(
                        """
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))
                        from   pg_stat_xact_user_tables
                        where  relname in ('portfolio', 'portfolio_search', 'ghost_clock')
                        """)
                .query(Long.class)
                .single();
    }
}
