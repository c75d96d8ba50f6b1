package dev.headway.projections.watching.tracking;

import dev.headway.contracts.AlertEvent;
import dev.headway.projections.log.RecordedEvent;

/** Takes what people answered to alerts, in the transaction of the batch that it comes in. */
@FunctionalInterface
public interface AlertEventHandler {

    void on(RecordedEvent recorded, AlertEvent event);
}
