package dev.headway.projections.http;

import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong with a value that Spring could not hand to a controller. */
final class InvalidArgumentProblem {

    private InvalidArgumentProblem() {}

    /** Every value of a body that breaks a constraint. */
    static Problem of(MethodArgumentNotValidException invalid) {
        var errors =
                invalid.getBindingResult().getFieldErrors().stream()
                        .map(error -> new Problem.FieldError(pointer(error), message(error)))
                        .sorted(
                                (a, b) ->
                                        (a.pointer() + a.message())
                                                .compareTo(b.pointer() + b.message()))
                        .toList();
        return Problem.invalid(errors);
    }

    /** A path names something by a word that does not exist: 404; a query does: 400. */
    static Problem of(TypeMismatchException mismatch) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound(argument.getName());
        }
        var name = mismatch.getPropertyName() == null ? "" : mismatch.getPropertyName();
        return Problem.invalid(
                List.of(new Problem.FieldError("?" + name, "is not a possible value")));
    }

    private static String pointer(FieldError error) {
        return "/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
    }

    private static String message(FieldError error) {
        return error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
    }
}
