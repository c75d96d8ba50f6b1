package dev.headway.lifecycle.http;

import dev.headway.lifecycle.eventstore.IdempotencyKey;
import java.util.function.Supplier;

/**
 * A call that its caller may repeat without doing it twice.
 *
 * @param fingerprint of the body, once that has been read
 */
public record Repeatable(IdempotencyKey key, Supplier<String> fingerprint) {

    /** The call as its query makes it another one, with answers of its own under the same key. */
    public Repeatable asking(String query) {
        return new Repeatable(
                new IdempotencyKey(key.caller(), key.operation() + "?" + query, key.key()),
                fingerprint);
    }
}
