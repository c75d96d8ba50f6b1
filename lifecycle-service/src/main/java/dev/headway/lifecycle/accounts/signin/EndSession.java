package dev.headway.lifecycle.accounts.signin;

import dev.headway.projections.identity.NoExternalIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Whoever signs out at the console is signed out at the issuer as well: the next one at this
 * browser types a password.
 */
@Component
@Conditional(NoExternalIssuer.class)
class EndSession implements LogoutHandler {

    private final SessionCookie sessions;

    EndSession(SessionCookie sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication caller) {
        response.addHeader(HttpHeaders.SET_COOKIE, sessions.removed(request.isSecure()));
    }
}
