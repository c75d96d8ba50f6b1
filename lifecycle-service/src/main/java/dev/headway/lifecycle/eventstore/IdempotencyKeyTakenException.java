package dev.headway.lifecycle.eventstore;

import org.axonframework.common.AxonException;

/**
 * Nothing was stored because the idempotency key has a response already (or is about to get one):
 * give that one again, see {@link IdempotencyRecords#find}.
 */
public class IdempotencyKeyTakenException extends AxonException {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyTakenException(IdempotencyKey key) {
        super("The idempotency key " + key.key() + " is taken", null, false);
    }
}
