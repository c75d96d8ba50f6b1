package dev.headway.projections.personal;

import org.jspecify.annotations.Nullable;

/**
 * Something was sealed under a key that is not there and was not destroyed either: the keys are not
 * those that belong to this database. Never answered as if somebody had been forgotten.
 */
public final class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownKeyException(String keyId, @Nullable Throwable cause) {
        super(
                "The key %s is not among the keys of people, and was not destroyed"
                        .formatted(keyId),
                cause);
    }
}
