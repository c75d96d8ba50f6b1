package dev.headway.projections.querying;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A question that gets a problem (RFC 9457) for an answer; made without a stack trace, since it is
 * no bug.
 */
abstract class QueryProblemException extends ErrorResponseException {

    private static final String TYPES = "/docs/problems#";

    /**
     * @param kind of problem, as it is explained under its type's address
     */
    QueryProblemException(HttpStatus status, String kind, String detail) {
        super(status, body(status, kind, detail), null);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static ProblemDetail body(HttpStatus status, String kind, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPES + kind));
        return body;
    }
}
