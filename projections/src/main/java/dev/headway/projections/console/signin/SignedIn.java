package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-in: the page that was asked for, or a page that says that it failed. */
@Component
class SignedIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignedIn.class);

    /** Of a session that nobody uses; over a night. */
    private static final Duration LIFE = Duration.ofHours(12);

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication reader)
            throws IOException {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) LIFE.toSeconds());
        var to = session.getAttribute(SignInRequests.TO);
        session.removeAttribute(SignInRequests.TO);
        response.sendRedirect(ReturnPath.of(to instanceof String page ? page : null));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        LOG.info("Somebody could not sign in: {}", problem.getMessage());
        response.sendRedirect(ConsolePaths.SIGNED_OUT + "?failed");
    }
}
