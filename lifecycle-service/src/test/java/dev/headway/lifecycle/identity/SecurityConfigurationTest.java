package dev.headway.lifecycle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = IdentityOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = IdentityOnly.WITHOUT_DATABASE)
class SecurityConfigurationTest {

    private static final String ISSUER = "http://localhost:0";

    @TempDir static Path home;

    @LocalServerPort int port;
    @Autowired IssuerSecrets secrets;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("headway.home", home::toString);
        settings.add("headway.identity.issuer", () -> ISSUER);
    }

    @Test
    void a_call_without_a_token_is_asked_for_one() {
        var answer = nobody().get("/api/v1/partnerships");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text())
                .contains("\"status\":401", "\"instance\":\"/api/v1/partnerships\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c"})
    void garbage_is_no_token(String garbage) {
        assertThatIsNotBelieved(garbage);
    }

    @Test
    void a_token_that_has_expired_is_rejected() {
        assertThatIsNotBelieved(
                mint().token(
                                claims ->
                                        claims.expirationTime(
                                                TokenMint.in(Duration.ofMinutes(-2)))));
    }

    @Test
    void a_token_for_somebody_else_is_rejected() {
        assertThatIsNotBelieved(mint().token(claims -> claims.audience("elsewhere")));
        assertThatIsNotBelieved(mint().token(claims -> claims.audience(List.of())));
    }

    @Test
    void a_token_that_names_nobody_is_rejected() {
        assertThatIsNotBelieved(mint().token(claims -> claims.subject(null)));
    }

    @Test
    void a_token_of_another_issuer_is_rejected() {
        assertThatIsNotBelieved(mint().token(claims -> claims.issuer("http://elsewhere")));
        assertThatIsNotBelieved(mint().token(claims -> claims.issuer(null)));
    }

    @Test
    void a_token_that_nobody_or_a_stranger_signed_is_rejected() throws JOSEException {
        assertThatIsNotBelieved(mint().unsigned());
        var stranger = new RSAKeyGenerator(2048).keyID(secrets.signingKey().getKeyID()).generate();
        assertThatIsNotBelieved(new TokenMint(stranger, ISSUER).token(UnaryOperator.identity()));
    }

    @Test
    void the_caller_is_the_subject_with_the_roles_that_headway_knows() {
        var token = mint().token(claims -> claims.claim("roles", List.of("manager", "root")));

        assertThat(caller(token).get("/api/v1/partnerships").text())
                .isEqualTo("manager ROLE_MANAGER");
    }

    @Test
    void a_token_without_a_role_may_nothing() {
        var token = mint().token(claims -> claims.claim("roles", List.of()));

        var answer = caller(token).get("/api/v1/partnerships");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    GET,    /api/v1/partnerships/1,                       viewer manager approver auditor admin
                    GET,    /api/v1/program,                              viewer manager approver auditor admin
                    HEAD,   /api/v1/alerts,                               viewer manager approver auditor admin
                    GET,    /api/v1/audit/entries,                                       approver auditor admin
                    POST,   /api/v1/partnerships,                                manager approver
                    PUT,    /api/v1/partnerships/1/pattern,                      manager approver
                    DELETE, /api/v1/partnerships/1/seats/SUPPORT,                manager approver
                    POST,   /api/v1/alerts/1/snooze,                             manager approver
                    POST,   /api/v1/partnerships/1/waivers,                      manager approver
                    POST,   /api/v1/partnerships/1/waivers/2/decision,                   approver
                    PUT,    /api/v1/program,                                                              admin
                    POST,   /api/v1/program/preview,                                                      admin
                    POST,   /api/v1/imports,                                                              admin
                    GET,    /actuator/prometheus,                         viewer manager approver auditor admin
                    GET,    /anything/else,                               viewer manager approver auditor admin
                    POST,   /docs,                                        viewer manager approver auditor admin
                    POST,   /actuator/health,
                    DELETE, /actuator/prometheus,
                    """)
    void only_these_roles_may(String method, String path, String allowed) {
        for (var role : List.of("viewer", "manager", "approver", "auditor", "admin")) {
            var token = mint().token(claims -> claims.claim("roles", List.of(role)));

            var status = caller(token).send(method, path, null, BodyPublishers.noBody()).status();

            var mayCall = allowed != null && allowed.contains(role);
            assertThat(status != 403).as("%s %s as %s", method, path, role).isEqualTo(mayCall);
        }
        assertThat(nobody().send(method, path, null, BodyPublishers.noBody()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/.well-known/openid-configuration",
                "/oauth2/jwks"
            })
    void these_need_no_token(String path) {
        assertThat(nobody().get(path).status()).isEqualTo(200);
    }

    @Test
    void the_headers_of_a_page_are_as_free_as_the_page() {
        var path = "/actuator/health/liveness";

        assertThat(nobody().send("HEAD", path, null, BodyPublishers.noBody()).status())
                .isEqualTo(200);
    }

    @Test
    void a_malformed_url_is_answered_with_a_problem() {
        var answer = nobody().get("/api//v1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private void assertThatIsNotBelieved(String token) {
        var answer = caller(token).get("/api/v1/partnerships");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.text())
                .contains("The token is not valid, or not any more")
                .doesNotContain("issuer", "expired", "audience");
    }

    private Caller nobody() {
        return IdentityOnly.caller(port, null);
    }

    private Caller caller(String token) {
        return IdentityOnly.caller(port, token);
    }

    private TokenMint mint() {
        return new TokenMint(secrets.signingKey(), ISSUER);
    }
}
