package dev.headway.lifecycle.eventstore;

import org.axonframework.common.AxonException;

/**
 * Nothing was stored because the idempotency key has an answer already (or is about to get one):
 * give that answer again, see {@link IdempotentAnswers#find}.
 */
public class KeyTakenException extends AxonException {

    private static final long serialVersionUID = 1L;

    KeyTakenException(IdempotencyKey key) {
        super("The idempotency key " + key.key() + " is taken", null, false);
    }
}
