package dev.headway.lifecycle.identity;

import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.identity.BearerTokens;
import dev.headway.projections.identity.PersonClaims;
import dev.headway.projections.identity.PersonDirectory;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.personal.PersonalText;
import dev.headway.testing.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service of nothing but identity: what gets past it is told who it is. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({EmbeddedIssuerConfiguration.class, IdentityOnly.Everything.class})
@ComponentScan(basePackageClasses = PersonDirectory.class)
class IdentityOnly {

    static final String WITHOUT_DATABASE =
            "management.endpoint.health.validate-group-membership=false";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Caller caller(int port, @Nullable String token) {
        return new Caller(HTTP, URI.create("http://localhost:" + port), token);
    }

    @TestComponent
    @RestController
    static class Everything {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        PersonalFields sealingNothing() {
            return new PersonalFields(new PersonalText(new NoKeys()), false);
        }

        @Bean
        SecretGenerator secretGenerator() {
            return new SecretGenerator(new SecureRandom());
        }

        @Bean
        PersonDirectory everybodyStandsWell() {
            return new PersonDirectory() {
                @Override
                public void recognize(PersonClaims claims) {}

                @Override
                public Standing standing(String personId) {
                    return Standing.UNKNOWN;
                }
            };
        }

        @Bean
        BearerTokens noTokensOfOurs() {
            return new BearerTokens() {
                @Override
                public boolean isOurs(String token) {
                    return false;
                }

                @Override
                public Optional<Bearer> find(String token) {
                    return Optional.empty();
                }
            };
        }

        @RequestMapping("/**")
        String whoAmI(Authentication caller, @AuthenticationPrincipal Actor actor) {
            return caller.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .filter(authority -> authority.startsWith("ROLE_"))
                    .collect(Collectors.joining(",", actor.subject() + " ", ""));
        }
    }
}
