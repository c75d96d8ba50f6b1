package dev.headway.lifecycle.accounts.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.headway.lifecycle.identity.IssuerCustomizer;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.identity.NoExternalIssuer;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the embedded issuer does for people, beside the clients of the roles. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalIssuer.class)
class IssuerOfAccountsConfiguration {

    /** What the discovery document would name, and is not there. */
    private static final List<String> NOT_SERVED =
            List.of(
                    "userinfo_endpoint",
                    "end_session_endpoint",
                    "introspection_endpoint",
                    "introspection_endpoint_auth_methods_supported",
                    "device_authorization_endpoint",
                    "pushed_authorization_request_endpoint");

    @Bean
    RegisteredClient console() {
        return Applications.registered(Applications.CONSOLE);
    }

    @Bean
    RegisteredClient nativeTools() {
        return Applications.registered(Applications.NATIVE);
    }

    @Bean
    IssuerCustomizer tokensOfAccounts(
            HashedAuthorizations authorizations,
            RegisteredClientRepository clients,
            JWKSource<SecurityContext> keys,
            OAuth2TokenCustomizer<JwtEncodingContext> claims,
            SecretGenerator secrets,
            Clock clock) {
        var jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwts.setJwtCustomizer(claims);
        var tokens =
                new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokenGenerator(clock, secrets));
        var publicClients = new PublicClients(clients);
        return server ->
                server.authorizationService(authorizations)
                        .tokenGenerator(tokens)
                        .clientAuthentication(
                                client ->
                                        client.authenticationConverter(publicClients)
                                                .authenticationProvider(publicClients))
                        .oidc(
                                oidc ->
                                        oidc.providerConfigurationEndpoint(
                                                endpoint ->
                                                        endpoint.providerConfigurationCustomizer(
                                                                document ->
                                                                        document.claims(
                                                                                claim ->
                                                                                        NOT_SERVED
                                                                                                .forEach(
                                                                                                        claim
                                                                                                                ::remove)))));
    }
}
