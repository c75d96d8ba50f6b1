package dev.headway.projections.watching.alerts;

import dev.headway.projections.watching.rules.Rules;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what becomes of alerts, once it is committed. Each counter is there from the start, at 0.
 */
@Component
public class AlertCounters {

    private static final List<String> STATUSES = List.of("OPEN", "RESOLVED", "ESCALATED");

    private final MeterRegistry meters;

    public AlertCounters(MeterRegistry meters) {
        this.meters = meters;
        for (var rule : Rules.ALL) {
            STATUSES.forEach(status -> counter(rule.id(), status));
        }
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
                .baseUnit("alerts")
                .tag("rule", rule)
                .tag("status", status)
                .register(meters);
    }
}
