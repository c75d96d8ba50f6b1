package dev.headway.projections.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Begins a sign-in, always with PKCE, and remembers where it is to end. */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String TO = "headway.to";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignInRequests(ConsoleClient client) {
        this.requests =
                new DefaultOAuth2AuthorizationRequestResolver(client, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return remembered(requests.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
            HttpServletRequest request, String registration) {
        return remembered(requests.resolve(request, registration), request);
    }

    private static @Nullable OAuth2AuthorizationRequest remembered(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        if (begun != null) {
            request.getSession().setAttribute(TO, ReturnPath.of(request.getParameter("to")));
        }
        return begun;
    }
}
