package dev.headway.lifecycle.identity;

import static dev.headway.contracts.Role.ADMIN;
import static dev.headway.contracts.Role.APPROVER;
import static dev.headway.contracts.Role.AUDITOR;
import static dev.headway.contracts.Role.MANAGER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.headway.contracts.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The URLs, the roles that may use them, and how often; checked before a header or a body is looked
 * at.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(RateLimitProperties.class)
class SecurityConfiguration {

    private static final String[] WITHOUT_TOKEN = {
        "/actuator/health/**",
        "/openapi.yaml",
        "/docs/**",
        "/webjars/**",
        // pages that ask whoever opens them for a token
        "/alerts/*/acknowledge",
        "/pages/**"
    };

    private static final List<String> SAID_ONCE =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "If-Match",
                    "Headway-Position");

    /** Requests are observed as a whole; each of a dozen filters for itself costs as much again. */
    @Bean
    SecurityObservationSettings withoutObservingEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * As it is by default, but without an expression for every header of every request; and what
     * can be said only once may not be said twice, for one of the two would be passed over.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall =
                new StrictHttpFirewall() {
                    @Override
                    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                        SAID_ONCE.forEach(header -> requireOnce(request, header));
                        return super.getFirewalledRequest(request);
                    }
                };
        firewall.setAllowedHeaderValues(SecurityConfiguration::controlsNothing);
        return firewall;
    }

    private static void requireOnce(HttpServletRequest request, String header) {
        var values = request.getHeaders(header);
        if (values.hasMoreElements()) {
            values.nextElement();
            if (values.hasMoreElements()) {
                throw new RequestRejectedException("More than one " + header);
            }
        }
    }

    /** Assigned characters and tabs, and nothing that controls. */
    private static boolean controlsNothing(@Nullable String value) {
        return value == null
                || value.codePoints()
                        .allMatch(
                                each ->
                                        each == '\t'
                                                || Character.isDefined(each)
                                                        && !Character.isISOControl(each));
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            SecurityProblemHandler problems,
            RateLimitProperties limit,
            JwtDecoder tokens,
            Clock clock) {
        var often = new RateLimitFilter(limit, clock, problems);
        return http.addFilterBefore(often, AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(new PlainBearerTokenResolver())
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(
                                                                new CachingJwtDecoder(
                                                                        tokens, clock)))
                                        .authenticationEntryPoint(often.unlessTooOften(problems))
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

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    calls) {
        // what continues a request that was let in
        calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();

        calls.requestMatchers(GET, WITHOUT_TOKEN).permitAll();
        calls.requestMatchers(GET, "/actuator/**").authenticated();

        var partnership = "/api/v1/partnerships/*";
        calls.requestMatchers("/api/v1/audit/**").hasAnyRole(names(AUDITOR, APPROVER, ADMIN));
        calls.requestMatchers(GET, "/api/v1/**").hasAnyRole(names(Role.values()));
        calls.requestMatchers(HEAD, "/api/v1/**").hasAnyRole(names(Role.values()));
        calls.requestMatchers(PUT, "/api/v1/program").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/program/preview").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/imports").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/deliveries/*/resend").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/projections/*/rebuild").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/channels/*/enablement").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, partnership + "/waivers/*/decision")
                .hasAnyRole(names(APPROVER));
        calls.requestMatchers("/api/v1/**").hasAnyRole(names(MANAGER, APPROVER));

        calls.anyRequest().denyAll();
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
