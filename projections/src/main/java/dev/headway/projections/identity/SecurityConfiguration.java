package dev.headway.projections.identity;

import dev.headway.projections.identity.ExternalIssuerConfiguration.OtherIssuers;
import dev.headway.projections.personal.PersonalFields;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
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
    Admission admission(PersonDirectory directory) {
        return new Admission(directory);
    }

    @Bean
    CallerConverter callers(
            TokenClaims claims,
            @Value("${headway.identity.issuer}") String embeddedIssuer,
            PersonDirectory directory,
            Admission admission,
            PersonalFields personal,
            Clock clock) {
        return new CallerConverter(claims, embeddedIssuer, directory, admission, personal, clock);
    }

    /** Whoever comes with a token: one that a person made for a script, or one of an issuer. */
    @Bean
    AuthenticationManager bearers(
            JwtDecoder tokens,
            OtherIssuers otherIssuers,
            CallerConverter callers,
            BearerTokens bearerTokens,
            Admission admission,
            Clock clock) {
        var verifying =
                new CachingJwtDecoder(
                        new ReachingJwtDecoder(
                                new JwtDecoderByIssuer(tokens, otherIssuers.decoders())),
                        clock);
        var jwt = new JwtAuthenticationProvider(verifying);
        jwt.setJwtAuthenticationConverter(callers);
        return new ProviderManager(new BearerTokenProvider(bearerTokens, admission), jwt);
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
            @Qualifier("bearers") AuthenticationManager callers,
            Admission admission,
            PartnersReach partners,
            @Value("${headway.identity.services:}") List<String> services,
            Clock clock) {
        var rateLimit = new RateLimitFilter(limit, clock, problems);
        var onBehalfOf = new OnBehalfOfFilter(services, admission, problems);
        return http.addFilterBefore(rateLimit, AuthorizationFilter.class)
                .addFilterBefore(onBehalfOf, RateLimitFilter.class)
                .authorizeHttpRequests(calls -> UrlAuthorization.rules(calls, partners))
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(new PlainBearerTokenResolver())
                                        .authenticationManagerResolver(_ -> callers)
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
