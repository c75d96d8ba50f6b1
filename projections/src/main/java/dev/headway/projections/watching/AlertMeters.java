package dev.headway.projections.watching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Counts what becomes of alerts. */
@Component
class AlertMeters {

    private final MeterRegistry meters;

    AlertMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void opened(Collection<String> rules) {
        count(rules, "OPEN");
    }

    void resolved(Collection<String> rules) {
        count(rules, "RESOLVED");
    }

    private void count(Collection<String> rules, String status) {
        for (var rule : rules) {
            Counter.builder("headway.alerts")
                    .description("Alerts that have come to a status")
                    .tag("rule", rule)
                    .tag("status", status)
                    .register(meters)
                    .increment();
        }
    }
}
