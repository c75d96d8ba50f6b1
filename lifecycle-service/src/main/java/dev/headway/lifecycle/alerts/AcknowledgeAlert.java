package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes an alert: whoever acknowledges it owns it, also when somebody else did before. */
record AcknowledgeAlert(String alertId, @Nullable String note) implements AlertCommand {

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext context) {
        var same =
                alert.lastResponse() instanceof AlertAcknowledged previous
                        && context.actor().is(previous.owner(), previous.ownerId())
                        && Objects.equals(previous.note(), note);
        return alert.unlessRepeated(
                new AlertAcknowledged(
                        alertId,
                        alert.partnershipId(),
                        alert.rule(),
                        context.actor().subject(),
                        context.actor().id(),
                        context.actor().name(),
                        note,
                        context.now()),
                "ACKNOWLEDGED",
                same);
    }
}
