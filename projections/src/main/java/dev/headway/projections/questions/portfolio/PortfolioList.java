package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.ghosttowns.GhostClockJoin;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of the list: pages of the portfolio beside its ghost clocks, filtered and in order. The
 * statement holds what was asked for and nothing else, so that each page is read off an index.
 */
@Component
class PortfolioList {

    /** True while no clock is ahead of the entries. */
    private static final String IS_AS_FAR_AS_CLOCKS =
            Positions.isAsFarAs(WhatIsInThePortfolio.NAME, WhichPartnershipsAreGhostTowns.NAME);

    private final JdbcClient database;

    PortfolioList(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row of the list.
     *
     * @param sortKey what it is ordered by, as text
     */
    record Listed(PortfolioEntry entry, GhostClock clock, String sortKey) {}

    /** The rows after a position \(sort key and id\), or the first ones. */
    List<Listed> page(
            PortfolioFilters filters,
            PortfolioSort sort,
            @Nullable List<String> after,
            Thresholds thresholds,
            Instant now,
            int limit) {
        var conditions = filters.conditions(thresholds, now).with("limit", limit);
        if (after != null) {
            conditions.with("key", after.get(0)).with("id", after.get(1));
        }
        var branches = SortBranch.of(sort, after == null ? null : after.get(0), thresholds);
        var statement =
                branches.stream()
                        .map(branch -> select(filters, sort, branch, conditions.sql()))
                        .collect(Collectors.joining("union all\n"));
        return database.sql(branches.size() == 1 ? statement : merged(sort, statement))
                .params(conditions.parameters())
                .query(
                        (row, _) ->
                                new Listed(
                                        PortfolioRow.entry(row),
                                        clock(row),
                                        row.getString("sort_key_text")))
                .list();
    }

    private static String select(
            PortfolioFilters filters, PortfolioSort sort, SortBranch branch, String conditions) {
        return """
               (select   p.*,
                         ${clockColumns},
                         case when ${isAsFarAsClocks} then ${clockVersion} end as clock_version,
                         ${shown}               as sort_key,
                         cast(${shown} as text) as sort_key_text
                from     portfolio p
                         ${clockJoin} join ${clocks} on ${clocks}.partnership_id = p.partnership_id
                         ${searchJoin}
                where    ${conditions}
                and      ${range}
                order by ${order} ${id} ${direction}
                limit    :limit)
               """
                .replace("${clockJoin}", filters.needClock(sort) ? "" : "left")
                .replace("${searchJoin}", filters.q() == null ? "" : PortfolioSearch.JOIN)
                .replace("${clockColumns}", GhostClockJoin.COLUMNS)
                .replace("${clockVersion}", GhostClockJoin.VERSION)
                .replace("${clocks}", GhostClockJoin.TABLE)
                .replace("${isAsFarAsClocks}", IS_AS_FAR_AS_CLOCKS)
                .replace("${conditions}", conditions)
                .replace("${range}", branch.range())
                .replace("${shown}", branch.shown())
                .replace("${order}", branch.order())
                .replace("${id}", sort.id())
                .replace("${direction}", sort.direction());
    }

    private static String merged(PortfolioSort sort, String statement) {
        return """
               select   *
               from     (${statement}) as listed
               order by sort_key ${direction}, partnership_id ${direction}
               limit    :limit
               """
                .replace("${statement}", statement)
                .replace("${direction}", sort.direction());
    }

    /**
     * The clock beside an entry. It has no version while it is ahead: whoever writes on what the
     * entry shows must not pass for having seen more.
     */
    private static GhostClock clock(ResultSet row) throws SQLException {
        return GhostClockJoin.clock(row, row.getLong("clock_version"));
    }
}
