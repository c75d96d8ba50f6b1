package dev.headway.projections.identity;

import static dev.headway.contracts.Role.ADMIN;
import static dev.headway.contracts.Role.APPROVER;
import static dev.headway.contracts.Role.AUDITOR;
import static dev.headway.contracts.Role.MANAGER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.headway.contracts.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The URLs, and the roles that may use them. */
final class UrlAuthorization {

    private static final String[] PUBLIC_PATHS = {
        "/",
        "/actuator/health/**",
        "/openapi.yaml",
        "/docs/**",
        "/webjars/**",
        // what the pages of one-time links are made of
        "/pages/**",
        // whoever has the secret in it
        "/calendar/**"
    };

    private static final RequestMatcher PUBLIC =
            new OrRequestMatcher(
                    Arrays.stream(PUBLIC_PATHS)
                            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                            .toList());

    private static final String[] ACCOUNTS = {
        "/api/v1/erasures",
        "/api/v1/people",
        "/api/v1/people/*/disabling",
        "/api/v1/people/*/enabling",
        "/api/v1/people/*/mail-address",
        "/api/v1/people/*/reset"
    };

    private UrlAuthorization() {}

    static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    calls,
            PartnersReach partners) {
        // what continues a request that was let in
        calls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();

        // no rule below is for people of partners, but for what anybody reads
        calls.requestMatchers(UrlAuthorization::isAskedByPartner).access(partners);

        // first, since rules are looked through in this order and most calls are about these
        calls.requestMatchers(POST, "/api/v1/partnerships/*/waivers/*/decision")
                .hasAnyRole(names(APPROVER));
        for (var writing : List.of(POST, PUT, PATCH, DELETE)) {
            calls.requestMatchers(writing, "/api/v1/partnerships/**")
                    .hasAnyRole(names(MANAGER, APPROVER));
        }

        // whoever may ask for a page may ask for its headers alone
        for (var reading : List.of(GET, HEAD)) {
            calls.requestMatchers(reading, PUBLIC_PATHS).permitAll();
            calls.requestMatchers(reading, "/actuator/**").hasAnyRole(names(Role.OURS));
        }
        calls.requestMatchers("/actuator/**").denyAll();

        calls.requestMatchers(POST, "/api/v1/audit/logs").hasAnyRole(names(ADMIN));
        calls.requestMatchers("/api/v1/audit/**").hasAnyRole(names(AUDITOR, APPROVER, ADMIN));
        for (var reading : List.of(GET, HEAD)) {
            calls.requestMatchers(
                            reading, "/api/v1/events", "/api/v1/imports/**", "/api/v1/erasures/**")
                    .hasAnyRole(names(AUDITOR, APPROVER, ADMIN));
        }
        for (var reading : List.of(GET, HEAD)) {
            calls.requestMatchers(reading, "/api/v1/dead-letters", "/api/v1/webhooks/**")
                    .hasAnyRole(names(AUDITOR, ADMIN));
        }
        calls.requestMatchers(GET, "/api/v1/**").hasAnyRole(names(Role.OURS));
        calls.requestMatchers(HEAD, "/api/v1/**").hasAnyRole(names(Role.OURS));
        calls.requestMatchers(PUT, "/api/v1/program").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/program/preview").hasAnyRole(names(ADMIN));
        calls.requestMatchers("/api/v1/webhooks/**").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/imports").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/deliveries/*/resend").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/projections/rebuild", "/api/v1/projections/*/rebuild")
                .hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/dead-letters/**").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/channels/*/enablement").hasAnyRole(names(ADMIN));
        calls.requestMatchers(POST, "/api/v1/me/password", "/api/v1/me/sign-out")
                .hasAnyRole(names(Role.OURS));
        calls.requestMatchers(POST, "/api/v1/erasures/*/approval", "/api/v1/erasures/*/refusal")
                .hasAnyRole(names(APPROVER, ADMIN));
        calls.requestMatchers(POST, ACCOUNTS).hasAnyRole(names(ADMIN));
        calls.requestMatchers(PUT, "/api/v1/people/*/roles", "/api/v1/people/*/partner")
                .hasAnyRole(names(ADMIN));
        calls.requestMatchers("/api/v1/tokens/**", "/api/v1/views/**", "/api/v1/calendar-links/**")
                .hasAnyRole(names(Role.OURS));
        calls.requestMatchers(PUT, "/api/v1/people/*/chat-handles").hasAnyRole(names(Role.OURS));
        calls.requestMatchers("/api/v1/**").hasAnyRole(names(MANAGER, APPROVER));

        // nothing else is there, which whoever is known is told
        calls.anyRequest().authenticated();
    }

    private static boolean isAskedByPartner(HttpServletRequest request) {
        return PartnersReach.isCalledByPartner(request) && !PUBLIC.matches(request);
    }

    private static String[] names(List<Role> roles) {
        return names(roles.toArray(Role[]::new));
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
