package dev.headway.lifecycle.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Makes a caller of a verified token: who it is, and what they may do. */
final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final TokenClaims claims;
    private final String embeddedIssuer;
    private final PersonRecognition recognition;
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
            PersonRecognition recognition,
            Clock clock) {
        this.claims = claims;
        this.embeddedIssuer = embeddedIssuer;
        this.recognition = recognition;
        this.clock = clock;
    }

    private record Caller(Actor actor, List<GrantedAuthority> authorities) {}

    /**
     * @throws InvalidBearerTokenException when the token names nobody: what is done is done by
     *     somebody
     */
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var caller = callers.get(token);
        return new JwtAuthenticationToken(token, caller.actor(), caller.authorities());
    }

    private Caller caller(Jwt token) {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
        var issuer = issuer(token);
        var person =
                new PersonClaims(
                        PersonId.of(issuer, subject),
                        issuer,
                        subject,
                        claims.name(token),
                        claims.username(token).orElse(null),
                        claims.email(token).orElse(null),
                        claims.roles(token),
                        issuedAt(token));
        recognition.recognize(person);
        return new Caller(
                new Actor(
                        subject,
                        person.personId(),
                        person.name(),
                        claims.through(token).orElse(null)),
                person.roles().stream().map(CallerConverter::authority).toList());
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

    private static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }
}
