package dev.headway.projections.querying;

import org.springframework.http.HttpStatus;

/** A question about something that does not exist: 404. */
public final class NotFoundException extends QueryProblemException {

    public NotFoundException(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** No partnership has that id, or had it at the time asked about. */
    public static NotFoundException partnership() {
        return new NotFoundException("There is no such partnership");
    }

    /** No partnership is with such a company, and nobody added it. */
    public static NotFoundException partner() {
        return new NotFoundException("There is no such partner");
    }

    /** Nobody in the directory has that id. */
    public static NotFoundException person() {
        return new NotFoundException("There is no such person");
    }
}
