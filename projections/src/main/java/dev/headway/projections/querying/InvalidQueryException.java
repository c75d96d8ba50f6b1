package dev.headway.projections.querying;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A question that cannot be answered as it was asked: 400, with every mistake in it. */
public final class InvalidQueryException extends QueryProblemException {

    /**
     * One mistake.
     *
     * @param pointer where it is, as {@code ?stage} for a query parameter
     * @param message what should be there
     */
    public record Mistake(String pointer, String message) {}

    public InvalidQueryException(List<Mistake> mistakes) {
        super(HttpStatus.BAD_REQUEST, "invalid-request", "The question is not valid");
        getBody().setProperty("errors", mistakes);
    }

    public InvalidQueryException(String pointer, String message) {
        this(List.of(new Mistake(pointer, message)));
    }
}
