package dev.headway.projections.watching.alerts;

import dev.headway.projections.querying.Conditions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of the list of alerts; names are those that the partnerships have now. Each status, and
 * each rule in it, is read off an index in the order asked for, and then they are merged: so many
 * rules and states as were asked for, a page of each.
 */
@Component
public class AlertList {

    private static final String RANK = "case when rule = any(:worst) then 1 else 0 end";

    private final JdbcClient database;

    public AlertList(JdbcClient database) {
        this.database = database;
    }

    /**
     * The alerts after a position, or the first ones.
     *
     * @param after as {@link #positionOf} has it; null for the first page
     */
    List<Alert> page(AlertFilters filters, @Nullable List<String> after, int limit) {
        var sort = filters.sort();
        var conditions = conditions(filters, after);
        return database.sql(
                        """
                        select   a.*, coalesce(p.name, a.partnership_name) as present_name,
                                 ${is shadow} as is_shadow
                        from     (select   found.*, ${rank} as rank
                                  from     ${asked}
                                           cross join lateral
                                           (select   *
                                            from     alert
                                            where    ${conditions}
                                            order by ${rank first}${column} ${direction},
                                                     alert_id ${direction}
                                            limit    :limit) as found
                                  order by rank ${direction}, ${column} ${direction},
                                           alert_id ${direction}
                                  limit    :limit) as a
                                 left join watched_partnership p using (partnership_id)
                        order by a.rank ${direction}, a.${column} ${direction},
                                 a.alert_id ${direction}
                        """
                                .replace(
                                        "${rank first}",
                                        ranksRows(filters) ? RANK + " ${direction}, " : "")
                                .replace("${rank}", rank(filters))
                                .replace("${is shadow}", Shadow.of("a"))
                                .replace("${asked}", asked(filters))
                                .replace("${conditions}", conditions.sql())
                                .replace("${column}", sort.column())
                                .replace("${direction}", sort.direction()))
                .params(conditions.parameters())
                .param("limit", limit)
                .query(AlertRow::of)
                .list();
    }

    /** Where a page begins after this one. */
    static List<String> positionOf(Alert alert, AlertSort sort) {
        var at = sort.field() == AlertSort.Field.DUE_AT ? alert.dueAt() : alert.raisedAt();
        return List.of(
                Integer.toString(sort.rank(alert.rule())), at.toString(), alert.id().toString());
    }

    private static Conditions conditions(AlertFilters filters, @Nullable List<String> after) {
        var conditions = filters.conditions();
        if (takesEach(filters)) {
            conditions.and("rule = asked_rule").and("status = asked_status");
            var rules = rules(filters);
            conditions
                    .with("rules", rules)
                    .with("ranks", ranks(rules, filters.sort()))
                    .with("statuses", statuses(filters));
        } else {
            conditions.and("rule = any(:rules)", "rules", filters.rules());
            if (filters.areFew() || filters.statuses() == null) {
                conditions.and("status = any(:statuses)", "statuses", filters.statuses());
            } else {
                conditions.and("status = asked_status").with("statuses", statuses(filters));
            }
        }
        if (ranksRows(filters)) {
            conditions.with("worst", AlertSort.worst());
        }
        if (after != null) {
            begin(conditions, filters, after);
        }
        return conditions;
    }

    /** Of what ranks before the position nothing is left, and of what ranks after it all is. */
    private static void begin(Conditions conditions, AlertFilters filters, List<String> after) {
        var sort = filters.sort();
        var row = "(%s, alert_id) %s ".formatted(sort.column(), sort.comparison());
        if (takesEach(filters)) {
            var passed = sort.isDescending() ? "infinity" : "-infinity";
            conditions
                    .and("asked_rank %s= :rank".formatted(sort.comparison()))
                    .and(
                            row
                                    + "(case when asked_rank = :rank then :at else cast('"
                                    + passed
                                    + "' as timestamptz) end, cast(:alert as uuid))")
                    .with("rank", Integer.parseInt(after.get(0)));
        } else if (ranksRows(filters)) {
            conditions
                    .and(
                            "(%s, raised_at, alert_id) %s (:rank, :at, cast(:alert as uuid))"
                                    .formatted(RANK, sort.comparison()))
                    .with("rank", Integer.parseInt(after.get(0)));
        } else {
            conditions.and(row + "(:at, cast(:alert as uuid))");
        }
        conditions
                .with("at", Instant.parse(after.get(1)).atOffset(ZoneOffset.UTC))
                .with("alert", after.get(2));
    }

    /** A row for each rule and status to be read by itself; one row where there are none. */
    private static String asked(AlertFilters filters) {
        var each = "(select 1) as once";
        if (takesEach(filters)) {
            each +=
                    """
                     cross join unnest(cast(:rules as text[]), cast(:ranks as int[]))
                           as rules (asked_rule, asked_rank)\
                    """;
        }
        if (takesEach(filters) || (!filters.areFew() && filters.statuses() != null)) {
            each += " cross join unnest(cast(:statuses as text[])) as statuses (asked_status)";
        }
        return each;
    }

    /** What is narrowed to few is put in order when it was found; without rules one index is. */
    private static boolean takesEach(AlertFilters filters) {
        return !filters.areFew() && (filters.rules() != null || filters.sort().takesEachRule());
    }

    /** Whether it is told from each row how bad it is. */
    private static boolean ranksRows(AlertFilters filters) {
        return filters.areFew() && filters.sort().isBySeverity();
    }

    private static String rank(AlertFilters filters) {
        return takesEach(filters) ? "asked_rank" : ranksRows(filters) ? RANK : "0";
    }

    private static String[] rules(AlertFilters filters) {
        var rules = filters.rules();
        return rules == null
                ? AlertFilters.ALL_RULES.toArray(String[]::new)
                : Arrays.stream(rules).distinct().toArray(String[]::new);
    }

    private static String[] statuses(AlertFilters filters) {
        var statuses = filters.statuses();
        return statuses == null
                ? AlertFilters.ALL_STATUSES
                : Arrays.stream(statuses).distinct().toArray(String[]::new);
    }

    private static Integer[] ranks(String[] rules, AlertSort sort) {
        return Arrays.stream(rules).map(sort::rank).toArray(Integer[]::new);
    }
}
