package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the sign-in at the issuer, with all tokens that came of it. */
final class SignOut implements LogoutHandler {

    private final TokenEndpoint issuer;

    SignOut(TokenEndpoint issuer) {
        this.issuer = issuer;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication reader) {
        Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(TokensOfSession.ATTRIBUTE))
                .filter(KeptTokens.class::isInstance)
                .map(KeptTokens.class::cast)
                .map(KeptTokens::refresh)
                .ifPresent(issuer::revoke);
    }
}
