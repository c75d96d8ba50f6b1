package dev.headway.lifecycle.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/** A {@link ConcurrencyException} without the cost of a stack trace: losing a race is no bug. */
class ConcurrentAppendException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    ConcurrentAppendException(EventRow event) {
        super(
                "Somebody else appended to %s before version %d"
                        .formatted(event.stream(), event.version()));
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }
}
