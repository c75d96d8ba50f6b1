package dev.headway.projections.chat.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a try to deliver ended.
 *
 * @param statusCode what the receiver answered, or null when it did not
 * @param retryAfter how long it asked to be left alone, or null
 * @param error what went wrong, without saying where; null when nothing did
 */
public record DeliveryOutcome(
        @Nullable Integer statusCode, @Nullable Duration retryAfter, @Nullable String error) {

    static DeliveryOutcome answered(int statusCode, @Nullable Duration retryAfter) {
        var delivered = statusCode / 100 == 2;
        return new DeliveryOutcome(statusCode, retryAfter, delivered ? null : "HTTP " + statusCode);
    }

    static DeliveryOutcome failed(String error) {
        return new DeliveryOutcome(null, null, error);
    }

    /** What is to become of the delivery. */
    public enum Kind {
        DELIVERED,
        /** Try again for as long as the message is worth it. */
        TRANSIENT,
        /** The receiver asked for a pause. */
        SLOW_DOWN,
        /** Unlikely to get better; a few tries make sure. */
        REFUSED,
        /** The receiver wants nothing of the kind ever again. */
        GONE
    }

    public Kind kind() {
        if (error == null) {
            return Kind.DELIVERED;
        }
        if (statusCode == null) {
            return Kind.TRANSIENT;
        }
        return switch (statusCode) {
            case 410 -> Kind.GONE;
            case 429 -> Kind.SLOW_DOWN;
            case 503 -> retryAfter == null ? Kind.TRANSIENT : Kind.SLOW_DOWN;
            case 408, 425 -> Kind.TRANSIENT;
            default -> statusCode >= 500 ? Kind.TRANSIENT : Kind.REFUSED;
        };
    }
}
