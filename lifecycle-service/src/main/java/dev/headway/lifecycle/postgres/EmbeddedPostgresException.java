package dev.headway.lifecycle.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot do what was asked of it; the message tells a person why. */
class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
