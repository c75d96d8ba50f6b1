package dev.headway.lifecycle.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an alert stands after a response to it, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertResponseBody(
        String id,
        String status,
        @Nullable String owner,
        @Nullable Instant snoozedUntil,
        long version) {

    static AlertResponseBody of(AlertCommandResult.Done done) {
        var id = done.lastResponse().alertId();
        return switch (done.lastResponse()) {
            case AlertAcknowledged e ->
                    new AlertResponseBody(id, "ACKNOWLEDGED", e.owner(), null, done.version());
            case AlertHandedOver e ->
                    new AlertResponseBody(id, "ACKNOWLEDGED", e.owner(), null, done.version());
            case AlertSnoozed e ->
                    new AlertResponseBody(id, "SNOOZED", null, e.until(), done.version());
            case AlertDismissed _ ->
                    new AlertResponseBody(id, "DISMISSED", null, null, done.version());
        };
    }
}
