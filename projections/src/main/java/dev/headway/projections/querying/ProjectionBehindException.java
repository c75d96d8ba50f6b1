package dev.headway.projections.querying;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A question whose answer would be older than its caller asks for: 503, and when to come again. */
public final class ProjectionBehindException extends QueryProblemException {

    public ProjectionBehindException(String position) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "What this answers from has not reached position " + position + " yet");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }
}
