package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.ExternalIssuer;
import dev.headway.testing.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An identity provider goes on vouching for somebody, and Headway lets them in no more: on all
 * nodes, whatever they hold, until an admin says otherwise.
 */
class DisabledElsewhereTest {

    private static ExternalIssuer issuer;
    private static String trusted;

    private static RunningHeadway one;
    private static RunningHeadway other;

    private static Caller admin;

    @BeforeAll
    static void start() {
        issuer = ExternalIssuer.start();
        trusted = "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri();
        one = RunningHeadway.start(trusted);
        other = one.anotherNode(trusted);
        admin = one.with(token("00u-admin", "Ada Okafor", "admin"));
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        issuer.close();
    }

    @Test
    void every_token_of_theirs_is_refused_on_both_nodes_and_new_ones_are_good_again() {
        var token = token("00u-lea", "Lea Verr", "manager");
        var id = id(one.with(token));
        var lea = "/api/v1/people/" + id;
        var script = script(one.with(token));
        assertThat(other.with(token).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(other.with(script).get("/api/v1/me").status()).isEqualTo(200);

        var disabled = admin.post(lea + "/disabling", "{\"reason\": \"Left the company\"}");

        assertThat(disabled.status()).as(disabled.text()).isEqualTo(200);
        assertThat(disabled.json().at("/disabled").asBoolean()).isTrue();
        for (var each : new String[] {token, script, token("00u-lea", "Lea V.", "admin")}) {
            isRefusedSoon(one.with(each));
            isRefusedSoon(other.with(each));
        }
        assertThat(status(lea)).isEqualTo("DISABLED");
        assertThat(givenTo(id)).isEqualTo(400);
        var entry = admin.get("/api/v1/audit/entries?kind=AccountDisabled").json().at("/items/0");
        assertThat(entry.at("/stream").asString()).isEqualTo("person/" + id);
        assertThat(entry.at("/person/name").asString()).isEqualTo("Ada Okafor");
        assertThat(entry.at("/reason").asString()).isEqualTo("Left the company");

        var enabled = admin.post(lea + "/enabling", "");

        assertThat(enabled.status()).isEqualTo(200);
        isLetInSoon(one);
        isLetInSoon(other);
        assertThat(one.with(token).get("/api/v1/me").status()).as("stays dead").isEqualTo(401);
        assertThat(other.with(script).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(status(lea)).isEqualTo("ACTIVE");
        assertThat(givenTo(id)).isEqualTo(201);
    }

    @Test
    void passwords_and_roles_are_the_providers() {
        var kai = "/api/v1/people/" + id(one.with(token("00u-kai", "Kai Lund", "viewer")));

        assertThat(admin.post(kai + "/reset", "").status()).isEqualTo(409);
        assertThat(admin.put(kai + "/roles", "{\"roles\": [\"VIEWER\"]}").status()).isEqualTo(409);
        assertThat(admin.post(kai + "/enabling", "").status()).as("as before").isEqualTo(200);
        assertThat(status(kai)).isEqualTo("ACTIVE");
    }

    @Test
    void nobody_locks_themselves_out_and_no_other_role_locks_anybody() {
        var own = "/api/v1/people/" + id(admin) + "/disabling";
        var approver = one.with(token("00u-noor", "Noor Haddad", "approver"));

        assertThat(admin.post(own, "{}").status()).isEqualTo(409);
        assertThat(approver.post(own, "{}").status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(
                        admin.post(
                                        "/api/v1/people/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11/disabling",
                                        "{}")
                                .status())
                .isEqualTo(404);
    }

    private static void isRefusedSoon(Caller caller) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(caller.get("/api/v1/me").status()).isEqualTo(401));
    }

    /** Tokens say to the second when they were issued. */
    private static void isLetInSoon(RunningHeadway node) {
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                node.with(token("00u-lea", "Lea Verr", "manager"))
                                                .get("/api/v1/me")
                                                .status()
                                        == 200);
    }

    private static String script(Caller caller) {
        var body =
                "{\"name\": \"Report\", \"roles\": [\"MANAGER\"], \"expiresOn\": \"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofDays(30)));
        return caller.post("/api/v1/tokens", body).json().at("/token").asString();
    }

    private static int givenTo(String person) {
        var body =
                "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef Ltd\", \"type\": \"TELCO\"}, \"ownerId\": \"%s\"}";
        return one.with(token("00u-mia", "Mia Holm", "manager"))
                .post("/api/v1/partnerships", body.formatted(person))
                .status();
    }

    /** As of everything written before. */
    private static String status(String person) {
        var head = admin.get("/api/v1/projections").json().at("/head").asString();
        return admin.get(person, "Headway-Position", head).json().at("/status").asString();
    }

    private static String id(Caller caller) {
        return caller.get("/api/v1/me").json().at("/id").asString();
    }

    private static String token(String subject, String name, String role) {
        return issuer.token(subject, Map.of("name", name, "roles", role));
    }
}
