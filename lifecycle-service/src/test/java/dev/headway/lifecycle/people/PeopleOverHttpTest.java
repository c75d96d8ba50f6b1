package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.ExternalIssuer;
import dev.headway.testing.Caller;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two identity providers with opaque subjects, two people of one name, one who is renamed, and one
 * subject that both providers know: who did what is shown as it was then, and nobody is mixed up.
 */
class PeopleOverHttpTest {

    private static final String REEF =
            """
            {"name": "Reef Reach", "partner": {"name": "Reef Ltd", "type": "TELCO"}}
            """;

    private static ExternalIssuer firstIssuer;
    private static ExternalIssuer secondIssuer;

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        firstIssuer = ExternalIssuer.start();
        secondIssuer = ExternalIssuer.start();
        headway =
                RunningHeadway.start(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + firstIssuer.uri(),
                        "headway.identity.other-issuers=" + secondIssuer.uri(),
                        "headway.identity.services=desk");
    }

    @AfterAll
    static void stop() {
        headway.close();
        firstIssuer.close();
        secondIssuer.close();
    }

    @Test
    void two_people_of_one_name_are_two_people() {
        var one = me(firstIssuer, "00u-one", "Priya Nair", "manager");
        var other = me(firstIssuer, "00u-two", "Priya Nair", "manager");

        assertThat(one.at("/name")).isEqualTo(other.at("/name"));
        assertThat(one.at("/id")).isNotEqualTo(other.at("/id"));
    }

    @Test
    void one_subject_of_two_issuers_is_two_people() {
        var here = me(firstIssuer, "00u-same", "Noor Haddad", "manager");
        var there = me(secondIssuer, "00u-same", "Noor Haddad", "manager");

        assertThat(here.at("/id")).isNotEqualTo(there.at("/id"));
        assertThat(there.at("/issuer").asString()).isEqualTo(secondIssuer.uri());
    }

    @Test
    void the_record_keeps_the_name_of_then() {
        var before = caller(firstIssuer, "00u-renamed", "Mia Holm", "manager");
        var id = before.get("/api/v1/me").json().at("/id").asString();
        var reef = before.post("/api/v1/partnerships", REEF).json().at("/id").asString();
        var after = caller(firstIssuer, "00u-renamed", "Mia Berg", "manager");
        var call =
                """
                {"kind": "JOINT_CALL", "summary": "Went through open orders"}
                """;
        var position =
                after.post("/api/v1/partnerships/" + reef + "/touchpoints", call)
                        .header("Headway-Position");

        var history =
                after.get("/api/v1/partnerships/" + reef + "/history", "Headway-Position", position)
                        .json();
        assertThat(history.at("/items/0/person/name").asString()).isEqualTo("Mia Holm");
        assertThat(history.at("/items/1/person/name").asString()).isEqualTo("Mia Berg");
        assertThat(history.at("/items").findValuesAsString("actor")).containsOnly("00u-renamed");
        assertThat(history.at("/items").findValuesAsString("id")).containsOnly(id);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                after.get("/api/v1/people/" + id)
                                                        .json()
                                                        .at("/name")
                                                        .asString())
                                        .isEqualTo("Mia Berg"));
    }

    @Test
    void nobody_decides_a_waiver_of_their_own_by_another_name_or_through_a_service() {
        var asker = caller(firstIssuer, "00u-asker", "Ada Okafor", "approver");
        var reef = asker.post("/api/v1/partnerships", REEF).json().at("/id").asString();
        var waiver =
                asker.post("/api/v1/partnerships/" + reef + "/waivers", waiver())
                        .json()
                        .at("/waiverId")
                        .asString();
        var decision = "/api/v1/partnerships/" + reef + "/waivers/" + waiver + "/decision";
        var yes =
                """
                {"decision": "GRANTED", "reason": "The risk is small"}
                """;

        assertThat(
                        caller(firstIssuer, "00u-asker", "A. Okafor", "approver")
                                .post(decision, yes)
                                .status())
                .isEqualTo(403);
        assertThat(through(firstIssuer, "00u-asker", "desk-bot").post(decision, yes).status())
                .isEqualTo(403);
        assertThat(
                        caller(secondIssuer, "00u-asker", "Ada Okafor", "approver")
                                .post(decision, yes)
                                .status())
                .as("the same subject of another issuer is somebody else")
                .isEqualTo(200);
    }

    @Test
    void a_service_that_calls_for_a_person_is_named_beside_them() {
        var reef =
                through(firstIssuer, "00u-for", "desk-bot")
                        .post("/api/v1/partnerships", REEF)
                        .json()
                        .at("/id")
                        .asString();

        var history = "/api/v1/partnerships/" + reef + "/history";
        await().untilAsserted(
                        () -> {
                            var first =
                                    through(firstIssuer, "00u-for", "desk-bot")
                                            .get(history)
                                            .json()
                                            .at("/items/0");
                            assertThat(first.at("/actor").asString()).isEqualTo("00u-for");
                            assertThat(first.at("/through").asString()).isEqualTo("desk-bot");
                        });
    }

    @Test
    void a_trusted_service_calls_for_a_person_with_what_both_may() {
        var person = me(firstIssuer, "00u-desk", "Ana Ruiz", "manager").at("/id").asString();
        var desk = caller(firstIssuer, "desk", "The desk", "manager,admin");

        var made = desk.post("/api/v1/partnerships", REEF, "Headway-On-Behalf-Of", person);
        var program = desk.get("/api/v1/audit/entries", "Headway-On-Behalf-Of", person);

        assertThat(made.status()).isEqualTo(201);
        assertThat(program.status()).isEqualTo(403);
        var history = "/api/v1/partnerships/" + made.json().at("/id").asString() + "/history";
        var first = desk.get(history, "Headway-Position", made.header("Headway-Position"));
        assertThat(first.json().at("/items/0/person/name").asString()).isEqualTo("Ana Ruiz");
        assertThat(first.json().at("/items/0/through").asString()).isEqualTo("desk");
    }

    @Test
    void nobody_else_calls_for_a_person_and_nobody_for_a_stranger() {
        var person = me(firstIssuer, "00u-victim", "Ana Ruiz", "manager").at("/id").asString();
        var mallory = caller(firstIssuer, "00u-mallory", "Mallory", "manager");
        var desk = caller(firstIssuer, "desk", "The desk", "manager,admin");

        assertThat(mallory.get("/api/v1/me", "Headway-On-Behalf-Of", person).status())
                .isEqualTo(403);
        assertThat(desk.get("/api/v1/me", "Headway-On-Behalf-Of", "nobody").status())
                .isEqualTo(403);
    }

    private static tools.jackson.databind.JsonNode me(
            ExternalIssuer issuer, String subject, String name, String role) {
        return caller(issuer, subject, name, role).get("/api/v1/me").json();
    }

    private static Caller caller(ExternalIssuer issuer, String subject, String name, String role) {
        return headway.with(issuer.token(subject, Map.of("name", name, "roles", role)));
    }

    private static Caller through(ExternalIssuer issuer, String subject, String service) {
        return headway.with(
                issuer.token(
                        subject,
                        Map.of(
                                "name",
                                "Somebody",
                                "roles",
                                "approver",
                                "act",
                                Map.of("sub", service))));
    }

    private static String waiver() {
        return """
        {"criterion": "exit-terms-agreed", "reason": "Lawyers need May", "expiresOn": "%s"}
        """
                .formatted(Instant.now().plusSeconds(86_400 * 9));
    }
}
