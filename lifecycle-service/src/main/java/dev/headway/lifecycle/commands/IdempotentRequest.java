package dev.headway.lifecycle.commands;

import dev.headway.lifecycle.eventstore.IdempotencyKey;
import java.util.function.Supplier;

/**
 * A request that its caller may repeat without doing it twice.
 *
 * @param fingerprint of the body, once that has been read
 */
public record IdempotentRequest(IdempotencyKey key, Supplier<String> fingerprint) {

    /** A variant of the operation, which has answers of its own under the same key. */
    public IdempotentRequest variant(String name) {
        return new IdempotentRequest(
                new IdempotencyKey(key.caller(), key.operation() + "?" + name, key.key()),
                fingerprint);
    }
}
