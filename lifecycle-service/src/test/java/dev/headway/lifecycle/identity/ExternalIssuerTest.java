package dev.headway.lifecycle.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = IdentityOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            IdentityOnly.WITHOUT_DATABASE,
            "headway.identity.roles-claim=realm_access.roles"
        })
@DirtiesContext // a second try has another issuer
class ExternalIssuerTest {

    private static WireMockServer somebody;

    private static RSAKey key;

    @TempDir static Path home;

    @LocalServerPort int port;

    @BeforeAll
    static void an_issuer_elsewhere() throws JOSEException {
        somebody = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        key = new RSAKeyGenerator(2048).keyID("theirs").generate();
        somebody.start();
        somebody.stubFor(
                get("/.well-known/openid-configuration")
                        .willReturn(
                                okJson(
                                        """
                                        {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}
                                        """
                                                .formatted(somebody.baseUrl()))));
        somebody.stubFor(get("/keys").willReturn(okJson(new JWKSet(key).toString())));
    }

    @AfterAll
    static void stop() {
        somebody.stop();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("headway.home", home::toString);
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", somebody::baseUrl);
    }

    @Test
    void its_tokens_are_accepted_and_their_nested_roles_count() {
        var token =
                mint().token(
                                claims ->
                                        claims.subject("ana")
                                                .claim("roles", List.of("admin"))
                                                .claim("realm_access", inner("approver")));

        assertThat(IdentityOnly.caller(port, token).get("/api/v1/partnerships").text())
                .isEqualTo("ana ROLE_APPROVER");
    }

    @Test
    void its_tokens_for_others_are_rejected() {
        var token = mint().token(claims -> claims.audience("elsewhere"));

        assertThat(IdentityOnly.caller(port, token).get("/api/v1/partnerships").status())
                .isEqualTo(401);
    }

    @Test
    void the_embedded_issuer_stays_away() {
        assertThat(IdentityOnly.caller(port, null).get("/oauth2/jwks").status()).isEqualTo(401);
        assertThat(home).isEmptyDirectory();
    }

    private static TokenMint mint() {
        return new TokenMint(key, somebody.baseUrl());
    }

    private static Map<String, List<String>> inner(String role) {
        return Map.of("roles", List.of(role));
    }
}
