package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Where the sign-in puts the tokens that it got: into the browser's session, and nowhere else. */
@Component
class TokensOfSession implements OAuth2AuthorizedClientRepository {

    static final String ATTRIBUTE = "headway.tokens";

    private final Clock clock;

    TokensOfSession(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var access = client.getAccessToken();
        var refresh = client.getRefreshToken();
        var now = clock.instant();
        var end = access.getExpiresAt();
        request.getSession()
                .setAttribute(
                        ATTRIBUTE,
                        KeptTokens.of(
                                access.getTokenValue(),
                                end == null ? null : Duration.between(now, end).toSeconds(),
                                refresh == null ? null : refresh.getTokenValue(),
                                now));
    }

    /** Asked by nobody here; {@link ReaderTokens} hands out what is kept. */
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
