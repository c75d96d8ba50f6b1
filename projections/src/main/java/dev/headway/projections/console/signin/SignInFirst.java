package dev.headway.projections.console.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * Sends whoever is not signed in to the sign-in, from where they come back to the page they asked
 * for. What a script asked for, or a form sent, cannot be sent there: a sign-in elsewhere is not of
 * this origin. It gets a page with the way, which a script loads as a whole.
 */
@Component
public class SignInFirst implements AuthenticationEntryPoint {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Signed out · Headway</title>
            <meta name="turbo-visit-control" content="reload"></head>
            <body><main><h1>You are signed out</h1>
            <p>Nothing was stored. <a href="%s">Sign in</a>, and go on where you were.</p></main></body></html>
            """;

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException signedOut)
            throws IOException {
        lead(request, response);
    }

    /** To the sign-in, and back to what this request asked for. */
    public void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var way =
                ConsolePaths.START + "?to=" + UriUtils.encode(isRead ? asked(request) : "/", UTF_8);
        if (isRead && request.getHeader("X-Turbo-Request-Id") == null) {
            response.sendRedirect(way);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(PAGE.formatted(HtmlUtils.htmlEscape(way)));
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
