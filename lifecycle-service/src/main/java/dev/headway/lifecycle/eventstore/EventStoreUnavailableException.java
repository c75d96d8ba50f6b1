package dev.headway.lifecycle.eventstore;

import org.axonframework.common.AxonException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL is away, too slow or too busy, and nothing of this command was stored: it can be sent
 * again as it is. Over HTTP 503 with Retry-After.
 */
public class EventStoreUnavailableException extends AxonException {

    private static final long serialVersionUID = 1L;

    EventStoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause, false);
    }
}
