package dev.headway.lifecycle.accounts.signin;

import dev.headway.projections.identity.NoExternalIssuer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** The pages, open to everybody; a form is taken from the page alone that showed it. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalIssuer.class)
class SignInConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain signInPages(HttpSecurity http) {
        return http.securityMatcher("/sign-in", "/sign-in/**", "/oauth2/authorize")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .csrf(
                        forms ->
                                forms.csrfTokenRepository(inCookie())
                                        .ignoringRequestMatchers("/sign-in/first/links"))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static CsrfTokenRepository inCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("headway-form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
