package dev.headway.lifecycle.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = IdentityOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = IdentityOnly.WITHOUT_DATABASE)
class EmbeddedIssuerConfigurationTest {

    private static final String ISSUER = "http://localhost:4711";

    @TempDir static Path home;

    @LocalServerPort int port;
    @Autowired IssuerSecrets secrets;
    @Autowired JwtDecoder decoder;
    @Autowired SecretGenerator generator;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("headway.home", home::toString);
        settings.add("headway.identity.issuer", () -> ISSUER);
    }

    @ParameterizedTest
    @EnumSource
    void each_role_has_a_client_whose_token_names_it(Role role) {
        var name = IssuerSecrets.nameOf(role);

        var token = decoder.decode(tokenOf(name, secrets.clientSecret(role)));

        assertThat(token.getSubject()).isEqualTo(name);
        assertThat(token.getAudience()).containsExactly("headway");
        assertThat(token.getClaimAsStringList("roles")).containsExactly(name);
        assertThat(token.getClaimAsString("iss")).isEqualTo(ISSUER);
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                .isGreaterThanOrEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_wrong_secret_gets_no_token() {
        var answer = ask("manager", secrets.clientSecret(Role.VIEWER));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain("access_token");
    }

    @Test
    void a_token_outlives_a_restart() {
        var token = tokenOf("auditor", secrets.clientSecret(Role.AUDITOR));

        var restarted = new EmbeddedIssuerConfiguration(ISSUER, List.of("headway"));
        var keys = restarted.keys(IssuerSecrets.under(home, generator));

        assertThat(restarted.tokens(keys).decode(token).getSubject()).isEqualTo("auditor");
        assertThat(IssuerSecrets.under(home, generator).clientSecret(Role.ADMIN))
                .isEqualTo(secrets.clientSecret(Role.ADMIN));
    }

    @Test
    void what_is_kept_is_the_owners_alone() throws Exception {
        try (var files = Files.list(home.resolve("identity"))) {
            assertThat(files)
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
        assertThat(rights(home.resolve("identity"))).isEqualTo("rwx------");
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private String tokenOf(String client, String secret) {
        return ask(client, secret).json().get("access_token").asString();
    }

    private Answered ask(String client, String secret) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        return IdentityOnly.caller(port, null)
                .send(
                        "POST",
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("grant_type=client_credentials"),
                        "Authorization",
                        "Basic " + basic);
    }
}
