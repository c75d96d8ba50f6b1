package dev.headway.projections.http;

import dev.headway.projections.http.Problem.FieldError;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that cannot be read, in the words of JSON and not of Java. */
public final class UnreadableJsonProblem {

    private UnreadableJsonProblem() {}

    public static Problem of(JacksonException json) {
        return json instanceof DatabindException || json instanceof InputCoercionException
                ? Problem.invalid(List.of(new FieldError(pointer(json), message(json))))
                : Problem.badRequest(
                        "The body is not well-formed JSON, names something twice, or is too large"
                                + " or too deep");
    }

    private static String pointer(JacksonException mistaken) {
        return FieldError.pointer(
                mistaken.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? Integer.toString(step.getIndex())
                                                : step.getPropertyName())
                        .toArray(String[]::new));
    }

    private static String message(JacksonException mistaken) {
        return switch (mistaken) {
            case UnrecognizedPropertyException _ -> "is not a field of this body";
            case InvalidFormatException text when text.getTargetType() == String.class ->
                    "holds a character that cannot be stored";
            case InputCoercionException _ -> "is out of bounds";
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> "is not a possible value";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not a possible value";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "must be a date, as 2026-01-31, or an instant, as 2026-01-31T09:30:00Z; not before"
                    + " 1900";
        }
        if (type == String.class) {
            return "must be text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == Integer.class || type == int.class) {
            return "must be a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "must be a number of up to 18 digits";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "must be an object"
                : "is not a possible value";
    }
}
