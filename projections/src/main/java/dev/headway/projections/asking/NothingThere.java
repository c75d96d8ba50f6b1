package dev.headway.projections.asking;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question about something that does not exist: 404. */
public final class NothingThere extends ErrorResponseException {

    public NothingThere(String detail) {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail),
                null);
    }

    /** No partnership has that id, or had it at the time asked about. */
    public static NothingThere partnership() {
        return new NothingThere("There is no such partnership.");
    }
}
