package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertSnoozed;
import java.time.Duration;
import java.time.Instant;

/** Puts an alert aside until a date, thirty days at most, after which it is sent again. */
record SnoozeAlert(String alertId, Instant until, String reason) implements AlertCommand {

    private static final int MAX_DAYS = 30;

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext context) {
        if (!until.isAfter(context.now())) {
            return new AlertDecision.Broken("/until", "lies in the past");
        }
        if (until.isAfter(context.now().plus(Duration.ofDays(MAX_DAYS)))) {
            return new AlertDecision.Broken("/until", "is more than " + MAX_DAYS + " days ahead");
        }
        var same =
                alert.lastResponse() instanceof AlertSnoozed previous
                        && previous.until().equals(until)
                        && previous.reason().equals(reason);
        return alert.unlessRepeated(
                new AlertSnoozed(
                        alertId, alert.partnershipId(), alert.rule(), until, reason, context.now()),
                "SNOOZED",
                same);
    }

    @Override
    public String reason() {
        return reason;
    }
}
