package dev.headway.projections.watching.alerts;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads table {@code alert} one by one and in sums; {@link AlertList} lists. */
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
                        select a.*, coalesce(p.name, a.partnership_name) as present_name,
                               {is shadow} as is_shadow
                        from   alert a
                               left join watched_partnership p using (partnership_id)
                        where  a.alert_id = cast(:alert as uuid)
                        """
                                .replace("{is shadow}", Shadow.of("a")))
                .param("alert", id)
                .query(AlertRow::of)
                .optional();
    }

    /** What became of the alerts of each rule that has any, those of voided partnerships aside. */
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
                        where    {is listed}
                        group by rule
                        """
                                .replace("{is shadow}", Shadow.of("alert"))
                                .replace("{is listed}", OfVoided.none()))
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
