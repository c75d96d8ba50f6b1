package dev.headway.lifecycle.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.headway.contracts.Role;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.identity.ExpectedToken;
import dev.headway.projections.identity.NoExternalIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The OIDC issuer of the default run, so that its calls take the same path as in production: one
 * confidential client for each role, tokens for half a day; and of the people whose accounts are
 * kept here, which others add to it. Set {@code issuer-uri} and none of this exists.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalIssuer.class)
class EmbeddedIssuerConfiguration {

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final String issuer;
    private final List<String> audiences;

    EmbeddedIssuerConfiguration(
            @Value("${headway.identity.issuer}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences}")
                    List<String> audiences) {
        this.issuer = issuer;
        this.audiences = audiences;
    }

    @Bean
    IssuerSecrets issuerSecrets(@Value("${headway.home}") Path home, SecretGenerator secrets) {
        return IssuerSecrets.under(home, secrets);
    }

    /** Only what a client needs to get a token and a service needs to check one. */
    @Bean
    @Order(0)
    SecurityFilterChain issuerEndpoints(
            HttpSecurity http, ObjectProvider<IssuerCustomizer> customizers) {
        return http.securityMatcher(
                        "/oauth2/token", "/oauth2/revoke", "/oauth2/jwks", "/.well-known/**")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> {
                            server.oidc(Customizer.withDefaults())
                                    .authorizationService(new NoOpAuthorizationService());
                            customizers.forEach(each -> each.customize(server));
                        })
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    AuthorizationServerSettings issuerSettings() {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    /** One for each role, and those that people sign in at. */
    @Bean
    RegisteredClientRepository clients(
            IssuerSecrets secrets, ObjectProvider<RegisteredClient> applications) {
        var ofRoles =
                Role.OURS.stream()
                        .map(
                                role ->
                                        client(
                                                IssuerSecrets.nameOf(role),
                                                secrets.clientSecret(role)));
        return new InMemoryRegisteredClientRepository(
                Stream.concat(ofRoles, applications.stream()).toList());
    }

    private static RegisteredClient client(String name, String secret) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .build();
    }

    /** The client of a role is named after it, and so is the subject. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(ObjectProvider<SignedInClaims> signedIn) {
        return token -> {
            if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                token.getClaims().audience(audiences);
            }
            if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
                    token.getAuthorizationGrantType())) {
                token.getClaims()
                        .claim("roles", List.of(token.getRegisteredClient().getClientId()));
            } else {
                signedIn.forEach(person -> person.addTo(token));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSecrets secrets) {
        return new ImmutableJWKSet<>(new JWKSet(secrets.signingKey()));
    }

    /** Asks the key source itself: a service that calls itself over HTTP can lock itself up. */
    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(ExpectedToken.of(issuer, audiences));
        return decoder;
    }
}
