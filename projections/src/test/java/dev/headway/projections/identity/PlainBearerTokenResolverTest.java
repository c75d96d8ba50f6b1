package dev.headway.projections.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What is read character by character is read as Spring Security's own expressions read it. */
class PlainBearerTokenResolverTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  two",
                "bearer aA0-._~+/==",
                "Bearer aA0-._",
                "Bearer aA0~+/=",
                "Bearer =",
                "Bearer a=b",
                "Bearer a b",
                "Bearer a,b",
                "Bearer \u00e9",
                "Bearer a\n",
                "Basic YTpi"
            })
    void a_header_gives_the_token_that_it_always_gave(@Nullable String header) {
        var ours = outcome(() -> new PlainBearerTokenResolver().resolve(request(header)));

        assertThat(ours)
                .isEqualTo(
                        outcome(() -> new DefaultBearerTokenResolver().resolve(request(header))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "tab\tbed",
                "caf\u00e9 \u6f22\u5b57 \ud83d\ude00",
                "nul\0",
                "line\nfeed",
                "carriage\rreturn",
                "\u007f",
                "\u0085",
                "\u200b",
                "\ufdd0",
                "\u0378",
                "\ud800"
            })
    void the_firewall_lets_in_what_it_always_let_in(String value) {
        var ours = new SecurityConfiguration().firewall();
        var request = request(value);
        var ourOutcome =
                outcome(() -> ours.getFirewalledRequest(request).getHeader("Authorization"));

        assertThat(ourOutcome)
                .isEqualTo(
                        outcome(
                                () ->
                                        new StrictHttpFirewall()
                                                .getFirewalledRequest(request)
                                                .getHeader("Authorization")));
    }

    private static MockHttpServletRequest request(@Nullable String header) {
        var request = new MockHttpServletRequest("GET", "/api/v1/partnerships");
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        return request;
    }

    /** What comes of it, a refusal in its own words. */
    private static String outcome(Supplier<@Nullable String> asked) {
        var result = new String[1];
        var refusal = catchThrowable(() -> result[0] = String.valueOf(asked.get()));
        return refusal == null ? "is " + result[0] : refusal.toString();
    }
}
