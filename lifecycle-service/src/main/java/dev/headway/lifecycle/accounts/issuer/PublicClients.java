package dev.headway.lifecycle.accounts.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Applications without a secret may present and revoke refresh tokens: the token proves them. Codes
 * are not asked about here, since these come with a verifier.
 */
final class PublicClients implements AuthenticationConverter, AuthenticationProvider {

    private static final String TOKEN_ALONE = "headway.token-alone";

    private final RegisteredClientRepository clients;

    PublicClients(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var client = request.getParameter("client_id");
        var presentsToken =
                "refresh_token".equals(request.getParameter("grant_type"))
                        || request.getRequestURI().endsWith("/oauth2/revoke");
        return client != null
                        && presentsToken
                        && request.getParameter("client_secret") == null
                        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? new OAuth2ClientAuthenticationToken(
                        client, ClientAuthenticationMethod.NONE, null, Map.of(TOKEN_ALONE, true))
                : null;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        var asked = (OAuth2ClientAuthenticationToken) given;
        if (!asked.getAdditionalParameters().containsKey(TOKEN_ALONE)) {
            return null;
        }
        var client = clients.findByClientId(asked.getPrincipal().toString());
        if (client == null
                || !client.getClientAuthenticationMethods()
                        .equals(Set.of(ClientAuthenticationMethod.NONE))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
