package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many alerts wait for somebody, by rule; the same on every node. */
@Component
public class AlertGauges {

    private final JdbcClient database;
    private final MultiGauge gauge;

    public AlertGauges(JdbcClient database, MeterRegistry meters) {
        this.database = database;
        this.gauge =
                MultiGauge.builder("headway.alerts.waiting")
                        .description("Alerts that are neither resolved nor dismissed")
                        .register(meters);
    }

    private record Waiting(String rule, long alerts) {}

    /** Counts anew. */
    public void refresh() {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (var waiting : counted()) {
            rows.add(MultiGauge.Row.of(Tags.of("rule", waiting.rule()), waiting.alerts()));
        }
        gauge.register(rows, true);
    }

    /** Every rule, so that one without alerts is 0 and not gone. */
    private List<Waiting> counted() {
        return database.sql(
                        """
                        select   asked.rule, count(alert_id) as alerts
                        from     unnest(:rules) as asked (rule)
                                 left join alert
                                 on    alert.rule         = asked.rule
                                 and   alert.resolved_at is null
                                 and   alert.status      <> 'DISMISSED'
                                 and   not {is shadow}
                        group by asked.rule
                        """
                                .replace("{is shadow}", Shadow.of("alert")))
                .param("rules", Rules.ALL.stream().map(Rule::id).toArray(String[]::new))
                .query((row, _) -> new Waiting(row.getString("rule"), row.getLong("alerts")))
                .list();
    }
}
