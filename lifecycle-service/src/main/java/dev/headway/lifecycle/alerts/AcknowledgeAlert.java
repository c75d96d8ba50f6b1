package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes an alert: whoever acknowledges it owns it, also when somebody else did before. */
record AcknowledgeAlert(String alertId, @Nullable String note) implements AlertCommand {

    @Override
    public AlertDecision decide(AlertState alert, AlertDecisionContext moment) {
        var same =
                alert.last() instanceof AlertAcknowledged said
                        && said.owner().equals(moment.actor())
                        && Objects.equals(said.note(), note);
        return alert.unlessSaid(
                new AlertAcknowledged(
                        alertId,
                        alert.partnershipId(),
                        alert.rule(),
                        moment.actor(),
                        note,
                        moment.now()),
                "ACKNOWLEDGED",
                same);
    }
}
