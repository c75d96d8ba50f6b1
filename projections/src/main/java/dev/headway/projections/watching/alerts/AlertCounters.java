package dev.headway.projections.watching.alerts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what becomes of alerts, once it is committed. */
@Component
public class AlertCounters {

    private final MeterRegistry meters;

    public AlertCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    void opened(Collection<String> rules) {
        count(rules, "OPEN");
    }

    void resolved(Collection<String> rules) {
        count(rules, "RESOLVED");
    }

    void escalated(Collection<String> rules) {
        count(rules, "ESCALATED");
    }

    private void count(Collection<String> rules, String status) {
        if (rules.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        rules.forEach(rule -> counter(rule, status).increment());
                    }
                });
    }

    private Counter counter(String rule, String status) {
        return Counter.builder("headway.alerts")
                .description("Alerts that have come to a status")
                .tag("rule", rule)
                .tag("status", status)
                .register(meters);
    }
}
