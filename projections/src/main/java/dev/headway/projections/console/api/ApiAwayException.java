package dev.headway.projections.console.api;

/** The API did not answer at all. */
public final class ApiAwayException extends RuntimeException {

    ApiAwayException(Throwable cause) {
        super("the API does not answer", cause);
    }
}
