package dev.headway.projections.asking;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that cannot be answered as it was asked: 400, with every mistake in it. */
public final class BadQuestion extends ErrorResponseException {

    /**
     * One mistake.
     *
     * @param pointer where it is, as {@code ?stage} for a query parameter
     * @param message what should be there
     */
    public record Mistake(String pointer, String message) {}

    public BadQuestion(List<Mistake> mistakes) {
        super(HttpStatus.BAD_REQUEST, problem(mistakes), null);
    }

    public BadQuestion(String pointer, String message) {
        this(List.of(new Mistake(pointer, message)));
    }

    private static ProblemDetail problem(List<Mistake> mistakes) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The question cannot be answered as asked.");
        problem.setProperty("errors", mistakes);
        return problem;
    }
}
