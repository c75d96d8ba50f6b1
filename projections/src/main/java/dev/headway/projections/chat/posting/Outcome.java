package dev.headway.projections.chat.posting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a try to deliver ended.
 *
 * @param statusCode what the receiver answered, or null when it did not
 * @param retryAfter how long it asked to be left alone, or null
 * @param error what went wrong, without saying where; null when nothing did
 */
public record Outcome(
        @Nullable Integer statusCode, @Nullable Duration retryAfter, @Nullable String error) {

    static Outcome answered(int statusCode, @Nullable Duration retryAfter) {
        var delivered = statusCode / 100 == 2;
        return new Outcome(statusCode, retryAfter, delivered ? null : "HTTP " + statusCode);
    }

    static Outcome failed(String error) {
        return new Outcome(null, null, error);
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
