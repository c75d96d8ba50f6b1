package dev.headway.projections.watching.alerts;

import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads table {@code alert} for lists; names are those that the partnerships have now. */
@Component
public class AlertQueries {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String[] ALL =
            QueryParameters.names(AlertStatus.class).toArray(String[]::new);

    private final JdbcClient database;

    public AlertQueries(JdbcClient database) {
        this.database = database;
    }

    /** Empty when there is no such alert, or it cannot be an id. */
    Optional<Alert> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return database.sql(
                        """
                        select a.*, coalesce(p.name, a.partnership_name) as present_name
                        from   alert a
                               left join watched_partnership p using (partnership_id)
                        where  a.alert_id = cast(:alert as uuid)
                        """)
                .param("alert", id)
                .query(AlertRow::of)
                .optional();
    }

    /**
     * The newest first. Each status, and each rule in it, is read off an index in that order, and
     * then they are merged: so many rules and states as were asked for, a page of each.
     *
     * @param after when the last one of the page before was raised, and its id; null for the first
     *     page
     */
    List<Alert> newest(
            String @Nullable [] rules,
            String @Nullable [] statuses,
            @Nullable String partnership,
            OwnerFilter owner,
            @Nullable List<String> after,
            int limit) {
        var isByOrder = partnership == null && !owner.isOfOne();
        var conditions =
                new Conditions()
                        .and("partnership_id = :partnership", "partnership", partnership)
                        .and(isByOrder ? "rule = asked_rule" : "rule = any(:rules)", "rules", rules)
                        .and(
                                isByOrder ? "status = asked_status" : "status = any(:statuses)",
                                "statuses",
                                isByOrder && rules != null && statuses == null ? ALL : statuses);
        owner.narrow(conditions, "owner_key");
        if (after != null) {
            conditions
                    .and(
                            "(raised_at, alert_id) < (cast(:raised as timestamptz), cast(:alert as uuid))")
                    .with("raised", after.get(0))
                    .with("alert", after.get(1));
        }
        return database.sql(
                        """
                        select   a.*, coalesce(p.name, a.partnership_name) as present_name
                        from     (select   found.*
                                  from     ${asked}
                                           cross join lateral
                                           (select   *
                                            from     alert
                                            where    ${conditions}
                                            order by raised_at desc, alert_id desc
                                            limit    :limit) as found
                                  order by raised_at desc, alert_id desc
                                  limit    :limit) as a
                                 left join watched_partnership p using (partnership_id)
                        order by a.raised_at desc, a.alert_id desc
                        """
                                .replace(
                                        "${asked}",
                                        asked(isByOrder ? conditions : new Conditions()))
                                .replace("${conditions}", conditions.sql()))
                .params(conditions.parameters())
                .param("limit", limit)
                .query(AlertRow::of)
                .list();
    }

    /** A row for each rule and status asked for; one row where neither was. */
    private static String asked(Conditions conditions) {
        return "(select 1) as once"
                + each(conditions, "rules", "asked_rule")
                + each(conditions, "statuses", "asked_status");
    }

    private static String each(Conditions conditions, String parameter, String name) {
        return conditions.parameters().containsKey(parameter)
                ? " cross join (select distinct unnest(:%s)) as %s_of (%s)"
                        .formatted(parameter, name, name)
                : "";
    }

    /** What became of the alerts of each rule that has any. */
    Map<String, RuleCounts> countsByRule() {
        var counts = new HashMap<String, RuleCounts>();
        database.sql(
                        """
                        select   rule,
                                 count(*)                                          as raised,
                                 count(*) filter (where status = 'OPEN'
                                                  and   not {is shadow})           as open,
                                 count(*) filter (where status = 'ACKNOWLEDGED'
                                                  and   not {is shadow})           as acknowledged,
                                 count(*) filter (where status = 'SNOOZED'
                                                  and   not {is shadow})           as snoozed,
                                 count(*) filter (where status = 'RESOLVED')       as resolved,
                                 count(*) filter (where status = 'DISMISSED')      as dismissed,
                                 count(*) filter (where escalated_at is not null)  as escalated,
                                 count(*) filter (where status <> 'DISMISSED'
                                                  and   (acknowledged
                                                         or status = 'RESOLVED'
                                                         and resolved_by not in ('POLICY', 'TIME')))
                                                                                   as acted_on
                        from     alert
                        group by rule
                        """
                                .replace("{is shadow}", Shadow.of("alert")))
                .query(
                        (ResultSet row) -> {
                            counts.put(
                                    row.getString("rule"),
                                    new RuleCounts(
                                            row.getLong("raised"),
                                            row.getLong("open"),
                                            row.getLong("acknowledged"),
                                            row.getLong("snoozed"),
                                            row.getLong("resolved"),
                                            row.getLong("dismissed"),
                                            row.getLong("escalated"),
                                            row.getLong("acted_on")));
                        });
        return counts;
    }
}
