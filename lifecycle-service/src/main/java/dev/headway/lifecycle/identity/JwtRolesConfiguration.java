package dev.headway.lifecycle.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.contracts.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Reads the caller's roles from the token. The claim is looked up by its whole name first, then as
 * a path ({@code realm_access.roles}). Roles that Headway does not know count for nothing.
 */
@Configuration(proxyBeanMethods = false)
class JwtRolesConfiguration {

    @Bean
    JwtAuthenticationConverter caller(@Value("${headway.identity.roles-claim}") String claim) {
        // a token that is remembered is the same object, and says the same as long as it is
        var authorities =
                Caffeine.newBuilder().weakKeys().build((Jwt token) -> authorities(token, claim));
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities::get);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token, String claim) {
        requireSubject(token);
        return roles(token, claim);
    }

    /** What is done is done by somebody: a token that names nobody opens nothing. */
    private static void requireSubject(Jwt token) {
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
    }

    static Collection<GrantedAuthority> roles(Jwt token, String claim) {
        return values(claim(token.getClaims(), claim))
                .flatMap(JwtRolesConfiguration::known)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
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
