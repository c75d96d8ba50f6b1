package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertDismissed;

/** Says that an alert was a false alarm, or does not matter; it never comes back. */
record DismissAlert(String alertId, String reason) implements AlertCommand {

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext context) {
        return new AlertDecision.Responded(
                new AlertDismissed(
                        alertId, alert.partnershipId(), alert.rule(), reason, context.now()));
    }

    @Override
    public String reason() {
        return reason;
    }
}
