package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.querying.Conditions;
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
 * statement holds what was asked for and nothing else, so that each page is read off an index; and
 * how many rows, since a plan that knows it need not be made anew for each page.
 */
@Component
class PortfolioList {

    /** True while no clock is ahead of the entries. */
    private static final String IS_AS_FAR_AS_CLOCKS =
            Positions.isAsFarAs(WhatIsInThePortfolio.NAME, WhichPartnershipsAreGhostTowns.NAME);

    private static final int FEW = 300;
    private static final int VERY_MANY = 5_000;

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
        var conditions = filters.conditions(thresholds, now);
        if (after != null) {
            conditions.with("key", after.get(0)).with("id", after.get(1));
        }
        var branches =
                SortBranch.of(
                        filters,
                        sort,
                        after == null ? null : after.get(0),
                        thresholds,
                        ghostTownsAreMet(filters, sort, conditions));
        if (branches.isEmpty()) {
            return List.of();
        }
        var scope = PortfolioSearch.scope(database, filters, now);
        scope.parameters().forEach(conditions::with);
        scope.conditions().forEach(conditions::and);
        var parts =
                branches.stream()
                        .map(branch -> part(scope, branch, conditions.sql(), limit))
                        .collect(Collectors.joining("union all\n"));
        return database.sql(scope.with() + merged(sort, parts, limit))
                .params(conditions.parameters())
                .query(
                        (row, _) ->
                                new Listed(
                                        PortfolioRow.entry(row),
                                        clock(row),
                                        row.getString("sort_key_text")))
                .list();
    }

    /**
     * Whether ghost towns are met soonest by going through the list in its order with all of them
     * at hand. A few are found first and put in order, which the planner sees for itself; of very
     * many, one is met wherever one looks.
     */
    private boolean ghostTownsAreMet(
            PortfolioFilters filters, PortfolioSort sort, Conditions conditions) {
        if (!filters.isAboutGhostTowns() || sort.isByClock()) {
            return false;
        }
        var ids =
                filters.listedStages().stream()
                        .map(stage -> "(" + GhostClockJoin.ghostTownsIn(stage) + " limit :most)")
                        .collect(Collectors.joining("\nunion all\n"));
        var found =
                ids.isEmpty()
                        ? 0
                        : database.sql("select count(*) from (" + ids + ") as ghost_town")
                                .params(conditions.parameters())
                                .param("most", VERY_MANY + 1)
                                .query(Integer.class)
                                .single();
        return found > FEW && found <= VERY_MANY;
    }

    /** Ids and keys, which an index knows. */
    private static String part(
            PortfolioSearch.Scope scope, SortBranch branch, String conditions, int limit) {
        return """
               (select   p.partnership_id,
                         ${shown} as sort_key
                from     ${from}
                         ${clockJoin} join ${clocks} on ${clocks}.partnership_id = p.partnership_id
                where    ${conditions}
                and      ${condition}
                order by ${order}
                limit    ${limit})
               """
                .replace("${limit}", Integer.toString(limit))
                .replace("${clockJoin}", branch.needsClock() ? "" : "left")
                .replace("${from}", scope.from())
                .replace("${clocks}", GhostClockJoin.TABLE)
                .replace("${conditions}", conditions)
                .replace("${condition}", branch.condition())
                .replace("${shown}", branch.shown())
                .replace("${order}", branch.order());
    }

    /** The rows of the page, read once it is known which they are. */
    private static String merged(PortfolioSort sort, String parts, int limit) {
        return """
               select   p.*,
                        ${clockColumns},
                        case when ${isAsFarAsClocks} then ${clockVersion} end as clock_version,
                        listed.sort_key_text
               from     (select   partnership_id, sort_key, cast(sort_key as text) as sort_key_text
                         from     (${parts}) as part
                         order by sort_key ${direction}, partnership_id ${direction}
                         limit    ${limit}) as listed
                        join portfolio p on p.partnership_id = listed.partnership_id
                        left join ${clocks} on ${clocks}.partnership_id = listed.partnership_id
               order by listed.sort_key ${direction}, listed.partnership_id ${direction}
               """
                .replace("${limit}", Integer.toString(limit))
                .replace("${parts}", parts)
                .replace("${clockColumns}", GhostClockJoin.COLUMNS)
                .replace("${clockVersion}", GhostClockJoin.VERSION)
                .replace("${clocks}", GhostClockJoin.TABLE)
                .replace("${isAsFarAsClocks}", IS_AS_FAR_AS_CLOCKS)
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
