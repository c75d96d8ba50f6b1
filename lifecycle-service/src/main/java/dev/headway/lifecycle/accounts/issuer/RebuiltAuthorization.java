package dev.headway.lifecycle.accounts.issuer;

import static java.util.Objects.requireNonNull;

import dev.headway.lifecycle.accounts.issuer.SignInTable.StoredSignIn;
import dev.headway.projections.home.Secret;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/**
 * A sign-in as the issuer wants to see it, made of what is stored and of the secret that was just
 * presented; the others are known to nobody.
 */
final class RebuiltAuthorization {

    private static final String SIGN_IN = "headway.sign-in";
    private static final String PRESENTED = "headway.presented";

    private RebuiltAuthorization() {}

    static OAuth2Authorization ofCode(StoredSignIn signIn, String code) {
        return builder(signIn, code)
                .token(new OAuth2AuthorizationCode(code, signIn.signedInAt(), endOfTime()))
                .build();
    }

    static OAuth2Authorization ofRefreshToken(StoredSignIn signIn, String token) {
        return builder(signIn, token)
                .refreshToken(new OAuth2RefreshToken(token, signIn.signedInAt()))
                // what it said before is what the next one is made from
                .token(
                        new OidcIdToken(
                                "unknown",
                                signIn.signedInAt(),
                                endOfTime(),
                                Map.of("sub", signIn.personId())))
                .build();
    }

    static StoredSignIn signIn(OAuth2Authorization authorization) {
        return requireNonNull(authorization.getAttribute(SIGN_IN));
    }

    static String presentedHash(OAuth2Authorization authorization) {
        return requireNonNull(authorization.getAttribute(PRESENTED));
    }

    private static OAuth2Authorization.Builder builder(StoredSignIn signIn, String presented) {
        return OAuth2Authorization.withRegisteredClient(Applications.registered(signIn.client()))
                .id(signIn.id())
                .principalName(signIn.personId())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(signIn.scopes())
                .attribute(SIGN_IN, signIn)
                .attribute(PRESENTED, Secret.hash(presented))
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(
                                signIn.personId(), null, List.of()))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(signIn));
    }

    private static OAuth2AuthorizationRequest request(StoredSignIn signIn) {
        var more = new HashMap<String, Object>();
        more.put("code_challenge", signIn.codeChallenge());
        more.put("code_challenge_method", "S256");
        if (signIn.nonce() != null) {
            more.put("nonce", signIn.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("/oauth2/authorize")
                .clientId(signIn.client())
                .redirectUri(signIn.redirectUri())
                .scopes(signIn.scopes())
                .additionalParameters(more)
                .build();
    }

    /** That it is in time was asked where it was found. */
    private static Instant endOfTime() {
        return Instant.parse("9999-12-31T00:00:00Z");
    }
}
