package dev.headway.lifecycle.identity;

import java.time.Clock;
import dev.headway.lifecycle.identity.ExternalIssuerConfiguration.OtherIssuers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * How a call is let in: with a token, by a role that may use the URL, and not too often; checked
 * before a header or a body is looked at.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties({RateLimitProperties.class, TokenClaims.class})
class SecurityConfiguration {

    /** Requests are observed as a whole; each of a dozen filters for itself costs as much again. */
    @Bean
    SecurityObservationSettings withoutObservingEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CallerConverter callers(
            TokenClaims claims,
            @Value("${headway.identity.issuer}") String embeddedIssuer,
            PersonRecognition recognition,
            Clock clock) {
        return new CallerConverter(claims, embeddedIssuer, recognition, clock);
    }

    @Bean
    HttpFirewall firewall() {
        return new SingleValueHeaderFirewall();
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            SecurityProblemHandler problems,
            RateLimitProperties limit,
            JwtDecoder tokens,
            OtherIssuers otherIssuers,
            CallerConverter callers,
            Clock clock) {
        var verifying =
                new CachingJwtDecoder(
                        new ReachingJwtDecoder(
                                new JwtDecoderByIssuer(tokens, otherIssuers.decoders())),
                        clock);
        var rateLimit = new RateLimitFilter(limit, clock, problems);
        return http.addFilterBefore(rateLimit, AuthorizationFilter.class)
                .authorizeHttpRequests(UrlAuthorization::rules)
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(new PlainBearerTokenResolver())
                                        .jwt(
                                                jwt -> jwt.jwtAuthenticationConverter(callers).decoder(verifying))
                                        .authenticationEntryPoint(rateLimit.limiting(problems))
                                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        answers ->
                                answers.authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
