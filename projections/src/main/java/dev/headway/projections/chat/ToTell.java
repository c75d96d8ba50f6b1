package dev.headway.projections.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a channel is about to be told of.
 *
 * @param about its partnership as questions know it; null while they have not heard of it
 */
record ToTell(AlertToTell alert, Occasion occasion, @Nullable PartnershipToTell about) {

    UUID alertId() {
        return alert.alertId();
    }

    String partnershipId() {
        return alert.partnershipId();
    }
}
