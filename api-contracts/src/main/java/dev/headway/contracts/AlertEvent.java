package dev.headway.contracts;

import dev.headway.contracts.written.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people answered to an alert, in the alert's own stream. That an alert was raised or resolved
 * is no event: it follows from the partnership's.
 */
public sealed interface AlertEvent extends HeadwayEvent {

    String alertId();

    /** The partnership the alert is about; its version does not change. */
    String partnershipId();

    /** The rule that was due, as {@code ghost-town}. */
    String rule();

    /**
     * Somebody owns it now.
     *
     * @param owner the owner's subject
     * @param ownerId the owner in the directory; null in events older than that
     * @param ownerName the owner's name as it was shown then; null as well
     */
    record AlertAcknowledged(
            String alertId,
            String partnershipId,
            String rule,
            String owner,
            @Nullable String ownerId,
            @Personal(id = "ownerId") @Nullable String ownerName,
            @Nullable String note,
            Instant effectiveAt)
            implements AlertEvent {

        /** As it was recorded before people were known. */
        public AlertAcknowledged(
                String alertId,
                String partnershipId,
                String rule,
                String owner,
                @Nullable String note,
                Instant effectiveAt) {
            this(alertId, partnershipId, rule, owner, null, null, note, effectiveAt);
        }
    }

    /**
     * Somebody else owns it now, and nothing else of it has changed.
     *
     * @param owner the new owner's name, as it was shown then
     * @param ownerId the new owner in the directory; null for one who is a name only
     */
    record AlertHandedOver(
            String alertId,
            String partnershipId,
            String rule,
            @Personal(id = "ownerId") String owner,
            @Nullable String ownerId,
            Instant effectiveAt)
            implements AlertEvent {}

    /** It comes back at a date. */
    record AlertSnoozed(
            String alertId,
            String partnershipId,
            String rule,
            Instant until,
            String reason,
            Instant effectiveAt)
            implements AlertEvent {}

    /** It was a false alarm, or does not matter. */
    record AlertDismissed(
            String alertId, String partnershipId, String rule, String reason, Instant effectiveAt)
            implements AlertEvent {}
}
