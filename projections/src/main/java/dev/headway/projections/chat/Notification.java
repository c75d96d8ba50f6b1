package dev.headway.projections.chat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a channel is about to be told of.
 *
 * @param handles what its owner is called by each kind of chat
 * @param about its partnership as questions know it; null while they have not heard of it
 */
public record Notification(
        AlertDetails alert,
        Occasion occasion,
        @Nullable PartnershipDetails about,
        Map<String, String> handles) {

    public UUID alertId() {
        return alert.alertId();
    }

    /**
     * Whose it is: who took it, or else the owner of its partnership; null where that is no person.
     */
    public @Nullable String ownerId() {
        if (alert.isOwned() || about == null) {
            return alert.ownerId();
        }
        return about.ownerId();
    }

    /** The same, with what its owner is called. */
    public Notification calling(Map<String, String> handles) {
        return new Notification(alert, occasion, about, handles);
    }

    public String partnershipId() {
        return alert.partnershipId();
    }
}
