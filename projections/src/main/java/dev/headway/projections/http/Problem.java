package dev.headway.projections.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A problem (RFC 9457) that ends a call; made without a stack trace, since it is an answer and not
 * a bug.
 */
public final class Problem extends ErrorResponseException {

    private static final String TYPES = "/docs/problems#";
    private static final URI UNTYPED = URI.create("about:blank");

    /** More than anybody reads; a megabyte of mistakes is not answered with megabytes. */
    private static final int MAX_ERRORS = 1_000;

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** One invalid value, named by a JSON pointer into the body. */
    public record FieldError(String pointer, String message) {

        /** The pointer down these steps, with what pointers are made of escaped. */
        public static String pointer(String... steps) {
            return Arrays.stream(steps)
                    .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                    .collect(Collectors.joining());
        }
    }

    public static Problem of(HttpStatus status, String kind, String detail) {
        return new Problem(status, detail(status, kind, detail));
    }

    public static Problem badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, "invalid-request", detail);
    }

    /** A bad request with what is wrong in it; the last one shown may stand for many more. */
    public static Problem invalid(List<FieldError> errors) {
        var body = detail(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid");
        body.setProperty("errors", errors.size() > MAX_ERRORS ? shortened(errors) : errors);
        return new Problem(HttpStatus.BAD_REQUEST, body);
    }

    private static List<FieldError> shortened(List<FieldError> errors) {
        var shown = new ArrayList<>(errors.subList(0, MAX_ERRORS - 1));
        var left = errors.size() - shown.size();
        shown.add(new FieldError("", "and %d more like these".formatted(left)));
        return shown;
    }

    /** What is wrong in a body; nothing where that is not what went wrong. */
    public List<FieldError> errors() {
        var properties = getBody().getProperties();
        return properties != null && properties.get("errors") instanceof List<?> errors
                ? errors.stream().map(FieldError.class::cast).toList()
                : List.of();
    }

    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what);
    }

    /** A key that is in use; whoever asks again a little later is told what came of it. */
    public static Problem stillRunning(String detail) {
        var problem = of(HttpStatus.CONFLICT, "still-running", detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }

    /**
     * Another kind of node answers this: a request came past the gateway, or the gateway sent it
     * the wrong way.
     *
     * @param node {@code lifecycle} or {@code projection}
     */
    public static Problem misdirected(String node) {
        return of(
                HttpStatus.MISDIRECTED_REQUEST,
                "misdirected",
                "This is answered by %s nodes, and not by this one".formatted(node));
    }

    public static Problem unavailable(String detail) {
        return unavailable("unavailable", detail);
    }

    /** The database is there and took too long. */
    public static Problem timedOut(String detail) {
        return unavailable("timed-out", detail);
    }

    private static Problem unavailable(String kind, String detail) {
        var problem = of(HttpStatus.SERVICE_UNAVAILABLE, kind, detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return problem;
    }

    /** A problem that somebody else made, with the type that its status has here. */
    static ProblemDetail withType(ProblemDetail body) {
        if (body.getType() == null || body.getType().equals(UNTYPED)) {
            body.setType(type(body.getStatus()));
        }
        return body;
    }

    /** The type of a problem of which nothing but the status is known. */
    static URI type(int status) {
        return URI.create(TYPES + kind(status));
    }

    private static String kind(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "unsupported";
            case 503 -> "unavailable";
            default -> status < 500 ? "invalid-request" : "bug";
        };
    }

    /** A problem's body; {@code kind} becomes the fragment of its type. */
    public static ProblemDetail detail(HttpStatus status, String kind, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPES + kind));
        return body;
    }
}
