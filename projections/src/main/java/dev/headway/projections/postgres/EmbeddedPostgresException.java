package dev.headway.projections.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot do what was asked of it; the message says why to a person. */
class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
