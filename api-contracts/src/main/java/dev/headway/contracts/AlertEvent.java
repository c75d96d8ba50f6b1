package dev.headway.contracts;

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

    /** Somebody owns it now. */
    record AlertAcknowledged(
            String alertId,
            String partnershipId,
            String rule,
            String owner,
            @Nullable String note,
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
