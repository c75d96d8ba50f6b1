package dev.headway.projections.identity;

import static org.springframework.http.HttpHeaders.ALLOW;
import static org.springframework.http.HttpHeaders.RETRY_AFTER;
import static org.springframework.http.HttpHeaders.WWW_AUTHENTICATE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller gets who may not go on: a problem (RFC 9457) that does not say why a token was
 * rejected. Spring Security calls it before any controller is reached.
 */
@Component
class SecurityProblemHandler
        implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final KnownPaths paths;
    private final JsonMapper json;

    SecurityProblemHandler(KnownPaths paths, JsonMapper json) {
        this.paths = paths;
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        if (problem instanceof IssuerUnreachableException) {
            unavailable(request, response, "The identity provider cannot be reached");
            return;
        }
        if (problem instanceof Admission.StandingUnknownException) {
            unavailable(request, response, "The database is away");
            return;
        }
        var missing = !(problem instanceof OAuth2AuthenticationException);
        response.setHeader(WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        answer(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                missing
                        ? "Send a token: Authorization: Bearer <JWT>"
                        : "The token is not valid, or not any more");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        var methods = paths.methods(request);
        var isHidden =
                PartnersReach.isCalledByPartner(request) && paths.nameSomethingByAnId(request);
        if (isHidden || (methods.isPresent() && methods.get().isEmpty())) {
            answer(
                    request,
                    response,
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There is no such address here");
        } else if (methods.isPresent() && !isServed(request, methods.get())) {
            response.setHeader(ALLOW, StringUtils.collectionToDelimitedString(methods.get(), ", "));
            answer(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method-not-allowed",
                    "%s is not taken here; send %s"
                            .formatted(request.getMethod(), words(methods.get())));
        } else {
            forbidden(request, response, "The caller's role does not allow this");
        }
    }

    private static String words(Set<RequestMethod> methods) {
        return methods.stream().sorted().map(Enum::name).collect(Collectors.joining(" or "));
    }

    /** Whoever may be asked for a page may be asked for its headers alone. */
    private static boolean isServed(HttpServletRequest request, Set<RequestMethod> methods) {
        return methods.stream().anyMatch(each -> each.name().equals(request.getMethod()))
                || (request.getMethod().equals("HEAD") && methods.contains(RequestMethod.GET));
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException problem)
            throws IOException {
        answer(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request's URL or headers are malformed");
    }

    /** Whatever the caller's roles are. */
    void forbidden(HttpServletRequest request, HttpServletResponse response, String detail)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    /** The caller calls too often, and may again after a while; in whole seconds. */
    void tooManyRequests(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        var seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        response.setHeader(RETRY_AFTER, Long.toString(seconds));
        answer(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many calls in a short time; the next one may come in " + seconds + " s");
    }

    /** Whether the token is good cannot be told now, and may be in a while. */
    private void unavailable(HttpServletRequest request, HttpServletResponse response, String cause)
            throws IOException {
        response.setHeader(RETRY_AFTER, "5");
        answer(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                cause + ", so no token can be checked; try again");
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String kind,
            String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                new Problem(
                        "/docs/problems#" + kind,
                        status.getReasonPhrase(),
                        status.value(),
                        detail,
                        request.getRequestURI()));
    }

    private record Problem(String type, String title, int status, String detail, String instance) {}
}
