package dev.headway.projections.watching.alerts;

import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.rules.Rule.Severity;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many alerts are there, how bad, and in which state? Asked under the filters of the list. */
@RestController
class HowManyAlertsAreThere {

    private final JdbcClient database;
    private final HeldRelationships relationships;

    HowManyAlertsAreThere(JdbcClient database, HeldRelationships relationships) {
        this.database = database;
        this.relationships = relationships;
    }

    /**
     * How many there are.
     *
     * @param shadows how many of them are the fading of a ghost town, which nothing else counts
     * @param severities every one of them is there
     * @param statuses every one of them is there
     */
    record Counts(
            int total,
            int shadows,
            Map<Severity, Integer> severities,
            Map<AlertStatus, Integer> statuses) {}

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME, HeldRelationships.POSITION})
    @GetMapping("/api/v1/alerts/counts")
    Counts count(@RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters("alerts", parameters);
        var filters = AlertFilters.unsorted(query, caller, relationships);
        query.throwIfInvalid();
        return counts(filters);
    }

    private Counts counts(AlertFilters filters) {
        var severities = none(Severity.class);
        var statuses = none(AlertStatus.class);
        var shadows = new AtomicInteger();
        var conditions =
                filters.conditions()
                        .and("rule = any(:rules)", "rules", filters.rules())
                        .and("status = any(:statuses)", "statuses", filters.statuses());
        database.sql(
                        """
                        select   rule, status, count(*)   as alerts,
                                 count(*) filter (where ${is shadow}) as shadows
                        from     alert
                        where    ${conditions}
                        group by rule, status
                        """
                                .replace("${is shadow}", Shadow.of("alert"))
                                .replace("${conditions}", conditions.sql()))
                .params(conditions.parameters())
                .query(
                        row -> {
                            var alerts = row.getInt("alerts");
                            Rules.severityOf(row.getString("rule"))
                                    .ifPresent(bad -> severities.merge(bad, alerts, Integer::sum));
                            var status = AlertStatus.valueOf(row.getString("status"));
                            statuses.merge(status, alerts, Integer::sum);
                            shadows.addAndGet(row.getInt("shadows"));
                        });
        var total = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(total, shadows.get(), severities, statuses);
    }

    private static <E extends Enum<E>> Map<E, Integer> none(Class<E> all) {
        var none = new EnumMap<E, Integer>(all);
        for (var each : all.getEnumConstants()) {
            none.put(each, 0);
        }
        return none;
    }
}
