package dev.headway.lifecycle.identity;

import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/** Says in a token who signed in. */
@FunctionalInterface
public interface SignedInClaims {

    /**
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when they may
     *     not, any more
     */
    void addTo(JwtEncodingContext token);
}
