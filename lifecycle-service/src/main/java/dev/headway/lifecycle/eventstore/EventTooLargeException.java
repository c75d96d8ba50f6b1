package dev.headway.lifecycle.eventstore;

import org.axonframework.common.AxonException;

/**
 * An event that is larger than a topic takes; nothing was stored. It is refused before it is a
 * fact, since whatever publishes facts could not pass it by. Over HTTP 413.
 */
public class EventTooLargeException extends AxonException {

    private static final long serialVersionUID = 1L;

    EventTooLargeException(EventRow event) {
        super(
                "%s would be %d bytes, and may be %d"
                        .formatted(event.type(), event.size(), EventRow.MOST_BYTES),
                null,
                false);
    }
}
