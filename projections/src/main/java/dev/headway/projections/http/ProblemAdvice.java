package dev.headway.projections.http;

import dev.headway.projections.log.EventStoreUnavailableException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Answers everything that goes wrong with a problem: never a stack trace, never a 5xx for bad
 * input. Pages for people have their own, which comes first.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(InvalidArgumentProblem.of(invalid), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(
                unreadable.getCause() instanceof JacksonException json
                        ? UnreadableJsonProblem.of(json)
                        : Problem.badRequest("The body cannot be read"),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        unsupported.getBody().setDetail(UnsupportedRequests.detail(unsupported));
        return super.handleHttpRequestMethodNotSupported(unsupported, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        unsupported.getBody().setDetail(UnsupportedRequests.detail(unsupported));
        return super.handleHttpMediaTypeNotSupported(unsupported, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException unacceptable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        unacceptable.getBody().setDetail(UnsupportedRequests.detail(unacceptable));
        return super.handleHttpMediaTypeNotAcceptable(unacceptable, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException tooLong,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(
                Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The file is longer than one upload may bring; split it"),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(InvalidArgumentProblem.of(mismatch), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException nothing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(Problem.notFound("address here"), request);
    }

    /** Security's own filter answers this one. */
    @ExceptionHandler(AccessDeniedException.class)
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    /** Tomcat could not decode the query, or a form. */
    @ExceptionHandler(InvalidParameterException.class)
    @Nullable ResponseEntity<Object> undecodable(
            InvalidParameterException broken, WebRequest request) {
        return respond(Problem.badRequest("The parameters cannot be decoded"), request);
    }

    /** Security's firewall looks at headers and names of parameters only when they are read. */
    @ExceptionHandler(RequestRejectedException.class)
    @Nullable ResponseEntity<Object> suspicious(
            RequestRejectedException rejected, WebRequest request) {
        return respond(
                Problem.badRequest("A header or parameter holds a character that cannot be"),
                request);
    }

    /** PostgreSQL cannot answer now: nothing is broken in the request or in Headway. */
    @ExceptionHandler({
        EventStoreUnavailableException.class,
        NonTransientDataAccessResourceException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        CannotCreateTransactionException.class
    })
    @Nullable ResponseEntity<Object> unavailable(RuntimeException unavailable, WebRequest request) {
        LOG.warn(
                "PostgreSQL did not answer {}: {}",
                request.getDescription(false),
                NestedExceptionUtils.getMostSpecificCause(unavailable).getMessage());
        return respond(DatabaseProblem.of(unavailable), request);
    }

    /** What Spring has no word for may still be PostgreSQL's own limit on time. */
    @ExceptionHandler(UncategorizedDataAccessException.class)
    @Nullable ResponseEntity<Object> uncategorized(
            UncategorizedDataAccessException failure, WebRequest request) {
        return DatabaseProblem.isTimeout(failure)
                ? unavailable(failure, request)
                : bug(failure, request);
    }

    /** Whoever asked has hung up: nobody is there to answer. */
    @ExceptionHandler(ClientAbortException.class)
    void hungUp(Exception gone, WebRequest request) {
        LOG.debug("Nobody waits for the answer to {}", request.getDescription(false), gone);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Object> bug(Exception bug, WebRequest request) {
        if (Stream.<Throwable>iterate(bug, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance)) {
            hungUp(bug, request); // what writes a file may have put it in an exception of its own
            return null;
        }
        LOG.error("A call ended in a bug: {}", request.getDescription(false), bug);
        return respond(
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "bug", "Something is broken in Headway"),
                request);
    }

    /** Spring's own problems lead to an explanation, too. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return super.createResponseEntity(
                body instanceof ProblemDetail problem ? Problem.withType(problem) : body,
                headers,
                status,
                request);
    }

    private @Nullable ResponseEntity<Object> respond(Problem problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }
}
