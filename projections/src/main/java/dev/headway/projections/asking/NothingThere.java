package dev.headway.projections.asking;

import org.springframework.http.HttpStatus;

/** A question about something that does not exist: 404. */
public final class NothingThere extends Unanswered {

    public NothingThere(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** No partnership has that id, or had it at the time asked about. */
    public static NothingThere partnership() {
        return new NothingThere("There is no such partnership");
    }
}
