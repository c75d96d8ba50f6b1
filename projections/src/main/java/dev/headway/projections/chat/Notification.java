package dev.headway.projections.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a channel is about to be told of.
 *
 * @param about its partnership as questions know it; null while they have not heard of it
 */
public record Notification(
        AlertDetails alert, Occasion occasion, @Nullable PartnershipDetails about) {

    public UUID alertId() {
        return alert.alertId();
    }

    public String partnershipId() {
        return alert.partnershipId();
    }
}
