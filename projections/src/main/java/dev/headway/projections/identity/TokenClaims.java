package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which claims of a token say what of its bearer. A claim is looked up by its whole name first,
 * then as a path ({@code realm_access.roles}).
 *
 * @param rolesClaim a list, or words between commas or spaces; roles that Headway does not know
 *     count for nothing
 * @param nameClaims the first that says something is the name; the subject where none does
 */
@ConfigurationProperties("headway.identity")
record TokenClaims(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue({"name", "preferred_username", "email"}) List<String> nameClaims,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("email") String emailClaim) {

    /** Longer than anything that is shown on one line. */
    private static final int MAX_LENGTH = 200;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** Whoever is of a partner has no other role, whatever else the token says. */
    List<Role> roles(Jwt token) {
        var said =
                values(claim(token.getClaims(), rolesClaim))
                        .flatMap(TokenClaims::known)
                        .distinct()
                        .sorted()
                        .toList();
        return said.contains(Role.PARTNER) ? List.of(Role.PARTNER) : said;
    }

    /** As the person is shown; never empty. */
    String name(Jwt token) {
        return nameClaims.stream()
                .flatMap(claim -> text(token, claim).stream())
                .findFirst()
                .orElseGet(token::getSubject);
    }

    Optional<String> username(Jwt token) {
        return text(token, usernameClaim);
    }

    Optional<String> email(Jwt token) {
        return text(token, emailClaim);
    }

    /** The service that calls for the person: the actor of RFC 8693, the last of a chain. */
    Optional<String> through(Jwt token) {
        return claim(token.getClaims(), "act") instanceof Map<?, ?> act
                        && act.get("sub") instanceof String subject
                        && !subject.isBlank()
                ? Optional.of(subject)
                : Optional.empty();
    }

    private static Optional<String> text(Jwt token, String claim) {
        return claim(token.getClaims(), claim) instanceof String text
                ? line(text)
                : Optional.empty();
    }

    /** On one line, clean and bounded; empty when there is nothing to see. */
    private static Optional<String> line(String text) {
        var line = Text.clean(CONTROL.matcher(text).replaceAll(" "));
        var bounded =
                line.length() <= MAX_LENGTH
                        ? line
                        : Text.clean(line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH / 2)));
        return bounded.isEmpty() ? Optional.empty() : Optional.of(bounded);
    }

    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, name.substring(dot + 1))
                : null;
    }

    private static Stream<String> values(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> many -> many.stream().map(String::valueOf);
            case String text -> Arrays.stream(text.split("[ ,]+"));
            case null, default -> Stream.empty();
        };
    }

    private static Stream<Role> known(String name) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equalsIgnoreCase(name));
    }
}
