package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertSnoozed;
import java.time.Duration;
import java.time.Instant;

/** Puts an alert aside until a date, thirty days at most, after which it is told of again. */
record SnoozeAlert(String alertId, Instant until, String reason) implements AlertCommand {

    private static final int MOST_DAYS = 30;

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext moment) {
        if (!until.isAfter(moment.now())) {
            return new AlertDecision.Broken("/until", "lies in the past");
        }
        if (until.isAfter(moment.now().plus(Duration.ofDays(MOST_DAYS)))) {
            return new AlertDecision.Broken("/until", "is more than " + MOST_DAYS + " days ahead");
        }
        var same =
                alert.last() instanceof AlertSnoozed said
                        && said.until().equals(until)
                        && said.reason().equals(reason);
        return alert.unlessSaid(
                new AlertSnoozed(
                        alertId, alert.partnershipId(), alert.rule(), until, reason, moment.now()),
                "SNOOZED",
                same);
    }

    @Override
    public String reason() {
        return reason;
    }
}
