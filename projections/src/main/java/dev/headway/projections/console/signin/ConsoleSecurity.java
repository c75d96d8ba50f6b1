package dev.headway.projections.console.signin;

import dev.headway.projections.sessions.BrowserSessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** The way to pages: with a session, which a sign-in begins. Everything else has its own way. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleSecurity {

    /**
     * Scripts, styles and calls of this origin only, nothing inline, in nobody's frame. The one
     * style with a hash is that of the progress bar, which Turbo puts into the page.
     */
    static final String POLICY =
            "default-src 'none'; script-src 'self';"
                    + " style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps=';"
                    + " img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    FilterRegistrationBean<Filter> sessionsOfPages(BrowserSessions sessions) {
        var filter = new FilterRegistrationBean<>(sessions.filterFor(ConsolePaths::includes));
        filter.setName("sessionsOfPages");
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setAsyncSupported(true);
        return filter;
    }

    @Bean
    @Order(2)
    SecurityFilterChain consolePages(
            HttpSecurity http,
            ConsoleClient client,
            TokensOfSession tokens,
            TokenEndpoint issuer,
            SignInRequests requests,
            SignInFirst signInFirst,
            SignedIn signedIn,
            ObjectProvider<LogoutHandler> more) {
        return http.securityMatcher(ConsolePaths::includes)
                .authorizeHttpRequests(
                        calls ->
                                calls.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(
                                                ConsolePaths.ASSETS,
                                                ConsolePaths.START,
                                                ConsolePaths.CALLBACK,
                                                ConsolePaths.SIGNED_OUT)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .oauth2Login(
                        login ->
                                login.loginPage(ConsolePaths.START)
                                        .clientRegistrationRepository(client)
                                        .authorizedClientRepository(tokens)
                                        .authorizationEndpoint(
                                                start ->
                                                        start.authorizationRequestResolver(
                                                                requests))
                                        .successHandler(signedIn)
                                        .failureHandler(signedIn))
                .exceptionHandling(answers -> answers.authenticationEntryPoint(signInFirst))
                .logout(
                        out -> {
                            out.logoutUrl(ConsolePaths.SIGN_OUT)
                                    .addLogoutHandler(new SignOut(issuer))
                                    .logoutSuccessUrl(ConsolePaths.SIGNED_OUT);
                            more.forEach(out::addLogoutHandler);
                        })
                .requestCache(RequestCacheConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
