package dev.headway.projections.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Lets scripts in with the tokens that people made for them. */
final class BearerTokenProvider implements AuthenticationProvider {

    private final BearerTokens tokens;
    private final Admission admission;

    BearerTokenProvider(BearerTokens tokens, Admission admission) {
        this.tokens = tokens;
        this.admission = admission;
    }

    /** Null for a token of an issuer, which is for the next provider. */
    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        var token = ((BearerTokenAuthenticationToken) request).getToken();
        return tokens.isOurs(token) ? caller(token) : null;
    }

    private Authentication caller(String token) {
        var bearer =
                find(token).orElseThrow(() -> new InvalidBearerTokenException("No such token"));
        var standing = admission.admit(bearer.personId(), bearer.createdAt());
        var person = standing.person();
        if (person == null) {
            throw new InvalidBearerTokenException("A token of nobody");
        }
        var caller =
                UsernamePasswordAuthenticationToken.authenticated(
                        new Actor(
                                person.subject(),
                                bearer.personId(),
                                person.name(),
                                "token/" + bearer.tokenId()),
                        null,
                        Authorities.of(
                                standing.allowed(bearer.roles()).stream()
                                        .filter(standing.roles()::contains)
                                        .toList()));
        caller.eraseCredentials();
        return caller;
    }

    private Optional<BearerTokens.Bearer> find(String token) {
        try {
            return tokens.find(token);
        } catch (RuntimeException e) {
            throw new Admission.StandingUnknownException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
