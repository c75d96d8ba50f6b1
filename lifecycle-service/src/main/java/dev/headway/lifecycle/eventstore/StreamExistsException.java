package dev.headway.lifecycle.eventstore;

import org.axonframework.modelling.command.AggregateStreamCreationException;

/** An {@link AggregateStreamCreationException} without the cost of a stack trace. */
class StreamExistsException extends AggregateStreamCreationException {

    private static final long serialVersionUID = 1L;

    StreamExistsException(EventRow event) {
        super("There is a stream " + event.stream() + " already");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }
}
