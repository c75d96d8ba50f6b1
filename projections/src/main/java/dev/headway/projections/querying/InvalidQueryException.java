package dev.headway.projections.querying;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A question that cannot be answered as it was asked: 400, with every violation in it. */
public final class InvalidQueryException extends QueryProblemException {

    /**
     * One violation.
     *
     * @param pointer where it is, as {@code ?stage} for a query parameter
     * @param message what should be there
     */
    public record Violation(String pointer, String message) {}

    private final List<Violation> violations;

    public InvalidQueryException(List<Violation> violations) {
        super(HttpStatus.BAD_REQUEST, "invalid-request", "The question is not valid");
        this.violations = List.copyOf(violations);
        getBody().setProperty("errors", this.violations);
    }

    /** All that is wrong. */
    public List<Violation> violations() {
        return violations;
    }

    public InvalidQueryException(String pointer, String message) {
        this(List.of(new Violation(pointer, message)));
    }
}
