package dev.headway.lifecycle.accounts.issuer;

import dev.headway.lifecycle.identity.SignedInClaims;
import dev.headway.projections.personal.PersonalText;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.stereotype.Component;

/** Says in a token who signed in, as they are known this instant. */
@Component
class AccountClaims implements SignedInClaims {

    private final SignIns signIns;
    private final PersonalText texts;

    AccountClaims(SignIns signIns, PersonalText texts) {
        this.signIns = signIns;
        this.texts = texts;
    }

    @Override
    public void addTo(JwtEncodingContext token) {
        var authorization = token.getAuthorization();
        if (authorization == null) {
            return;
        }
        var signIn = RebuiltAuthorization.signIn(authorization);
        var person =
                signIns.good(signIn.personId(), signIn.signedInAt())
                        .flatMap(state -> Optional.ofNullable(state.identity()))
                        .orElseThrow(
                                () ->
                                        new OAuth2AuthenticationException(
                                                OAuth2ErrorCodes.INVALID_GRANT));
        var roles = person.roles().stream().map(role -> role.toLowerCase(Locale.ROOT)).toList();
        token.getClaims()
                .subject(person.subject())
                .claim("name", texts.open(person.name()))
                .claim("roles", roles)
                .claim("client_id", signIn.client())
                .claim("auth_time", signIn.signedInAt().getEpochSecond());
        var email = texts.openAny(person.email());
        if (email != null) {
            token.getClaims().claim("email", email).claim("preferred_username", email);
        }
    }
}
