package dev.headway.projections.querying;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** One more who would wait for something to happen: 429, and when to come again. */
public final class TooManyReadersException extends QueryProblemException {

    /**
     * @param why whose are too many
     */
    public TooManyReadersException(String why) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", why);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
}
