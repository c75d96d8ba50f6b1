package dev.headway.projections.watching.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How precise are the rules? An alert that cries wolf is muted, so each rule says how many of its
 * alerts were acted on, and how many were dismissed.
 */
@RestController
class HowPreciseAreTheRules {

    private static final int DECIMALS = 3;

    private final JdbcClient database;

    HowPreciseAreTheRules(JdbcClient database) {
        this.database = database;
    }

    record RuleList(List<RuleFigures> items) {}

    /**
     * One rule, and what became of its alerts.
     *
     * @param complaint as in "Acme <i>is a ghost town</i>"
     * @param relief what resolves an alert of it
     * @param escalated of all that were raised, how many nobody acknowledged in time
     * @param actedOn acknowledged, or resolved by an event; not dismissed
     * @param precision acted on, of those acted on or dismissed: 0 to 1; none before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleFigures(
            String rule,
            String severity,
            String complaint,
            String relief,
            long raised,
            long open,
            long acknowledged,
            long snoozed,
            long resolved,
            long dismissed,
            long escalated,
            long actedOn,
            @Nullable BigDecimal precision) {}

    @MayRead
    @ReadsFrom({AlertLifecycle.POSITION, WatchedPartnerships.NAME})
    @GetMapping("/api/v1/rules")
    RuleList answer() {
        var counted = counted();
        return new RuleList(
                Rules.ALL.stream()
                        .map(rule -> figures(rule, counted.getOrDefault(rule.id(), Counts.NONE)))
                        .toList());
    }

    private record Counts(
            long raised,
            long open,
            long acknowledged,
            long snoozed,
            long resolved,
            long dismissed,
            long escalated,
            long actedOn) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        @Nullable BigDecimal precision() {
            var judged = actedOn + dismissed;
            return judged == 0
                    ? null
                    : BigDecimal.valueOf(actedOn)
                            .divide(BigDecimal.valueOf(judged), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    private static RuleFigures figures(Rule rule, Counts counts) {
        return new RuleFigures(
                rule.id(),
                rule.severity().name(),
                rule.complaint().ofOne(),
                rule.relief(),
                counts.raised,
                counts.open,
                counts.acknowledged,
                counts.snoozed,
                counts.resolved,
                counts.dismissed,
                counts.escalated,
                counts.actedOn,
                counts.precision());
    }

    private Map<String, Counts> counted() {
        var counts = new HashMap<String, Counts>();
        database.sql(
                        """
                        select   rule,
                                 count(*)                                          as raised,
                                 count(*) filter (where status = 'OPEN')           as open,
                                 count(*) filter (where status = 'ACKNOWLEDGED')   as acknowledged,
                                 count(*) filter (where status = 'SNOOZED')        as snoozed,
                                 count(*) filter (where status = 'RESOLVED')       as resolved,
                                 count(*) filter (where status = 'DISMISSED')      as dismissed,
                                 count(*) filter (where escalated_at is not null)  as escalated,
                                 count(*) filter (where status <> 'DISMISSED'
                                                  and   (acknowledged
                                                         or status = 'RESOLVED'
                                                         and resolved_by <> 'POLICY')) as acted_on
                        from     alert
                        group by rule
                        """)
                .query(
                        (ResultSet row) -> {
                            counts.put(
                                    row.getString("rule"),
                                    new Counts(
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
