package dev.headway.projections.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.headway.contracts.Role;
import dev.headway.projections.personal.PersonalFields;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes a caller of a verified token: who it is, and what they may do. */
final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final TokenClaims claims;
    private final String embeddedIssuer;
    private final PersonDirectory directory;
    private final Admission admission;
    private final PersonalFields personal;
    private final Clock clock;

    /** A token that is remembered is the same object, and says the same as long as it is. */
    private final LoadingCache<Jwt, Caller> callers =
            Caffeine.newBuilder().weakKeys().build(this::caller);

    /**
     * @param embeddedIssuer the address of the embedded issuer, whose people are the same wherever
     *     it is reached
     */
    CallerConverter(
            TokenClaims claims,
            String embeddedIssuer,
            PersonDirectory directory,
            Admission admission,
            PersonalFields personal,
            Clock clock) {
        this.claims = claims;
        this.embeddedIssuer = embeddedIssuer;
        this.directory = directory;
        this.admission = admission;
        this.personal = personal;
        this.clock = clock;
    }

    private record Caller(Actor actor, String personId, List<Role> roles, Instant issuedAt) {}

    /**
     * @throws InvalidBearerTokenException when the token names nobody, for what is done is done by
     *     somebody, or its bearer gets in no more
     */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var caller = callers.get(token);
        var standing = admission.admit(caller.personId(), caller.issuedAt());
        return new JwtAuthenticationToken(
                token, caller.actor(), Authorities.of(standing.allowed(caller.roles())));
    }

    private Caller caller(Jwt token) {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
        var issuer = issuer(token);
        var person =
                personal.sealed(
                        new PersonClaims(
                                PersonId.of(issuer, subject),
                                issuer,
                                subject,
                                claims.name(token),
                                claims.username(token).orElse(null),
                                claims.email(token).orElse(null),
                                claims.roles(token),
                                issuedAt(token)));
        directory.recognize(person);
        return new Caller(
                new Actor(
                        subject,
                        person.personId(),
                        person.name(),
                        claims.through(token).orElse(null)),
                person.personId(),
                person.roles(),
                person.issuedAt());
    }

    private String issuer(Jwt token) {
        var issuer = token.getClaimAsString(JwtClaimNames.ISS);
        return issuer == null || issuer.equals(embeddedIssuer) ? PersonId.HEADWAY : issuer;
    }

    /** Never ahead of our clock; a token that does not say is as new as this call. */
    private Instant issuedAt(Jwt token) {
        var now = clock.instant();
        var issued = token.getIssuedAt();
        return issued == null || issued.isAfter(now) ? now : issued;
    }
}
