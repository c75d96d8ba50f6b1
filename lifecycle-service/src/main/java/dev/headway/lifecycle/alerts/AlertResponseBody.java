package dev.headway.lifecycle.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stands after a response to it, as JSON.
 *
 * @param owner as shown then; by subject where no name is known
 * @param ownerId the owner in the directory, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertResponseBody(
        String id,
        String status,
        @Nullable String owner,
        @Nullable String ownerId,
        @Nullable Instant snoozedUntil,
        long version) {

    static AlertResponseBody of(AlertCommandResult.Done done) {
        var id = done.lastResponse().alertId();
        return switch (done.lastResponse()) {
            case AlertAcknowledged e ->
                    owned(id, e.ownerName() == null ? e.owner() : e.ownerName(), e.ownerId(), done);
            case AlertHandedOver e -> owned(id, e.owner(), e.ownerId(), done);
            case AlertSnoozed e ->
                    new AlertResponseBody(id, "SNOOZED", null, null, e.until(), done.version());
            case AlertDismissed _ ->
                    new AlertResponseBody(id, "DISMISSED", null, null, null, done.version());
        };
    }

    private static AlertResponseBody owned(
            String id, String owner, @Nullable String ownerId, AlertCommandResult.Done done) {
        return new AlertResponseBody(id, "ACKNOWLEDGED", owner, ownerId, null, done.version());
    }
}
