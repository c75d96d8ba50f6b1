package dev.headway.lifecycle.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.headway.testing.Caller.Answered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An identity provider of one's own that does not answer: not the caller's fault, and it passes.
 */
@SpringBootTest(
        classes = IdentityOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = IdentityOnly.WITHOUT_DATABASE)
@DirtiesContext(classMode = ClassMode.BEFORE_EACH_TEST_METHOD)
class IssuerAwayTest {

    private static WireMockServer issuer;
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final String KEYS = "/keys";

    private static RSAKey key;

    @TempDir static Path home;

    @LocalServerPort int port;

    @BeforeAll
    static void start() throws JOSEException {
        issuer = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        key = new RSAKeyGenerator(2048).keyID("theirs").generate();
        issuer.start();
    }

    @AfterAll
    static void stop() {
        issuer.stop();
    }

    @BeforeEach
    void all_is_well() {
        issuer.resetAll();
        issuer.stubFor(
                get(CONFIGURATION)
                        .willReturn(
                                okJson(
                                        """
                                        {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}
                                        """
                                                .formatted(issuer.baseUrl()))));
        issuer.stubFor(get(KEYS).willReturn(okJson(new JWKSet(key).toString())));
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("headway.home", home::toString);
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer::baseUrl);
    }

    @Test
    void one_that_fails_or_hangs_up_is_away_until_it_is_back() {
        var token = token();
        issuer.stubFor(get(CONFIGURATION).willReturn(serverError()));
        assertAway(call(token));
        issuer.stubFor(
                get(CONFIGURATION)
                        .willReturn(serverError().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertAway(call(token));

        all_is_well();
        assertThat(call(token).status()).isEqualTo(200);
    }

    @Test
    void one_whose_keys_cannot_be_had_is_away() {
        issuer.stubFor(get(KEYS).willReturn(serverError()));

        assertAway(call(token()));
    }

    @Test
    void one_that_never_answers_is_not_waited_for() {
        issuer.stubFor(get(CONFIGURATION).willReturn(serverError().withFixedDelay(60_000)));
        var before = System.nanoTime();

        assertAway(call(token()));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_token_that_was_verified_before_is_still_good() {
        var token = token();
        assertThat(call(token).status()).isEqualTo(200);
        issuer.stubFor(get(KEYS).willReturn(serverError()));

        assertThat(call(token).status()).isEqualTo(200);
    }

    private Answered call(String token) {
        return IdentityOnly.caller(port, token).get("/api/v1/partnerships");
    }

    private static void assertAway(Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/type").asString()).isEqualTo("/docs/problems#unavailable");
    }

    private static String token() {
        return new TokenMint(key, issuer.baseUrl()).token(UnaryOperator.identity());
    }
}
