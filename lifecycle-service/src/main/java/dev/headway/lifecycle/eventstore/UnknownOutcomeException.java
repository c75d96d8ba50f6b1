package dev.headway.lifecycle.eventstore;

import org.axonframework.common.AxonException;
import org.jspecify.annotations.Nullable;

/**
 * The connection was lost while the events were being stored: they are stored in full or not at
 * all, and nobody knows which. Never sent again by Headway itself; a caller with an idempotency key
 * repeats the request and learns it. Over HTTP 503 with Retry-After.
 */
public class UnknownOutcomeException extends AxonException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(@Nullable Throwable cause) {
        super("The connection was lost while storing; the outcome is unknown", cause, false);
    }
}
