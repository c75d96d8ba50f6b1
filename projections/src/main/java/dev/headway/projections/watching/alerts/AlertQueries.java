package dev.headway.projections.watching.alerts;

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
     * The newest first.
     *
     * @param after when the last one of the page before was raised, and its id; null for the first
     *     page
     */
    List<Alert> newest(
            String @Nullable [] rules,
            String @Nullable [] statuses,
            @Nullable String partnership,
            @Nullable List<String> after,
            int limit) {
        return database.sql(
                        """
                        select   a.*, coalesce(p.name, a.partnership_name) as present_name
                        from     alert a
                                 left join watched_partnership p using (partnership_id)
                        where    (cast(:rules as text[])       is null or a.rule   = any(:rules))
                        and      (cast(:statuses as text[])    is null or a.status = any(:statuses))
                        and      (cast(:partnership as text)   is null
                                  or a.partnership_id = :partnership)
                        and      (cast(:raised as timestamptz) is null
                                  or (a.raised_at, a.alert_id)
                                     < (cast(:raised as timestamptz), cast(:alert as uuid)))
                        order by a.raised_at desc, a.alert_id desc
                        limit    :limit
                        """)
                .param("rules", rules)
                .param("statuses", statuses)
                .param("partnership", partnership)
                .param("raised", after == null ? null : after.get(0))
                .param("alert", after == null ? null : after.get(1))
                .param("limit", limit)
                .query(AlertRow::of)
                .list();
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
