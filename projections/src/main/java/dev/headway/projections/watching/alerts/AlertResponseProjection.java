package dev.headway.projections.watching.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.tracking.AlertEventHandler;
import org.springframework.stereotype.Component;

/**
 * Writes on an alert what people answered. Alerts outlive every rebuild, so an answer counts only
 * once: the alert remembers how many it has seen. One that is resolved stays so.
 */
@Component
public class AlertResponseProjection implements AlertEventHandler {

    private final AlertAnswerTable alerts;

    public AlertResponseProjection(AlertAnswerTable alerts) {
        this.alerts = alerts;
    }

    @Override
    public void on(RecordedEvent recorded, AlertEvent event) {
        switch (event) {
            case AlertAcknowledged e ->
                    alerts.answer(recorded, e, AlertStatus.ACKNOWLEDGED, e.note(), null);
            case AlertHandedOver e -> alerts.handOver(recorded, e);
            case AlertSnoozed e ->
                    alerts.answer(recorded, e, AlertStatus.SNOOZED, e.reason(), e.until());
            case AlertDismissed e ->
                    alerts.answer(recorded, e, AlertStatus.DISMISSED, e.reason(), null);
        }
    }
}
