package dev.headway.lifecycle.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.HeadwayApplication;
import dev.headway.projections.postgres.BackupsForTests;
import dev.headway.testing.BrokerProcess;
import dev.headway.testing.Caller.Answered;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Somebody is written down wherever anybody can be, forgotten, and looked for byte by byte: in the
 * data folder with the messages that chat was sent and was not, the archive of its log, the topic,
 * a backup from before, what was exported before and since, and the service's own log. What was
 * sealed and proved before still is.
 */
class ForgottenForGoodTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NAME = "Zephyrine Quillfeather";
    private static final String MAIL = "zephyrine@quillfeather.example";
    private static final List<String> CANARIES = List.of("zephyrine", "quillfeather");

    @TempDir Path folder;

    private final ToldChannels chat = new ToldChannels();

    @AfterEach
    void stop() {
        chat.close();
    }

    @Test
    void nothing_of_them_is_found_anywhere_and_a_restore_does_not_bring_them_back()
            throws Exception {
        String partnership;
        Instant before;
        CarriedAway then;
        CarriedAway since;
        try (var broker = BrokerProcess.start(folder.resolve("broker"));
                var service = start(published(broker))) {
            partnership = isWrittenDown(service);
            chat.isTold(service, "ZEPHYRINE QUILLFEATHER");
            then = CarriedAway.from(service, folder.resolve("then"));
            assertThat(BackupsForTests.backup(home(), folder.resolve("backup"))).isZero();
            before = Instant.now();
            isForgotten(service);
            isNotAnswered(service, partnership);
            chat.isNotTold(service, CANARIES);
            isPublished(service);
            since = CarriedAway.from(service, folder.resolve("since"));
            then.assertProves(service);
        }
        assertThat(then.verifiedBy(then)).startsWith("GOOD ");
        assertThat(since.verifiedBy(then)).startsWith("GOOD ");
        assertFoundNowhere();

        assertThat(
                        BackupsForTests.restore(
                                home(),
                                folder.resolve("backup"),
                                folder.resolve("archive"),
                                before))
                .isZero();
        try (var service = start(List.of())) {
            isNotAnswered(service, partnership);
        }
        assertFoundNowhere();
    }

    /** Nothing is packed there, so that what stands in the topic's files can be read. */
    private static List<String> published(BrokerProcess broker) {
        return List.of(
                "--headway.kafka.bootstrap-servers=" + broker.address(),
                "--headway.kafka.partitions=2",
                "--headway.kafka.client.compression.type=none");
    }

    /** The topic has every event, and its files are among those that are read. */
    private void isPublished(ServiceProcess service) throws IOException {
        await().atMost(PATIENCE).until(() -> service.metric("headway_publishing_lag") == 0);
        assertThat(ReadableFiles.holding(List.of("partnershipregistered"), folder))
                .anyMatch(found -> found.contains("/broker/") && found.endsWith(".log"));
    }

    private static String isWrittenDown(ServiceProcess service) {
        var manager = service.as(Role.MANAGER);
        var id =
                manager.post(
                                "/api/v1/partnerships",
                                """
                                {"name": "Reef", "partner": {"name": "Reef Ltd", "type": "TELCO"},
                                 "owner": "%s"}
                                """
                                        .formatted(NAME),
                                "Idempotency-Key",
                                "once")
                        .json()
                        .at("/id")
                        .asString();
        var path = "/api/v1/partnerships/" + id;
        done(
                manager.post(
                        path + "/steps",
                        """
                        {"title": "Call", "owner": "ZEPHYRINE QUILLFEATHER", "side": "OURS",
                         "dueOn": "2025-01-02"}
                        """));
        done(
                manager.put(
                        path + "/seats/SUPPORT",
                        "{\"holder\": \"%s\", \"side\": \"PARTNER\"}".formatted(NAME)));
        done(
                manager.put(
                        path + "/consents/SUPPORT",
                        "{\"by\": \"%s\", \"capacity\": \"Two people\"}".formatted(NAME)));
        done(
                manager.post(
                        path + "/touchpoints",
                        """
                        {"kind": "JOINT_CALL", "summary": "Quillfeather is moving house",
                         "with": "%s", "personal": true}
                        """
                                .formatted(NAME)));
        done(
                manager.post(
                        path + "/obligations",
                        "{\"what\": \"A report\", \"owedTo\": \"%s\", \"dueOn\": \"2030-01-01\"}"
                                .formatted(NAME)));
        done(
                manager.post(
                        "/api/v1/views",
                        """
                        {"name": "Hers", "list": "next-steps", "query": "owner=Zephyrine%20Quillfeather"}
                        """));
        done(
                service.as(Role.ADMIN)
                        .send(
                                "POST",
                                "/api/v1/imports",
                                "text/csv",
                                BodyPublishers.ofString(
                                        """
                                        externalKey,name,partnerName,partnerType,owner,registeredAt
                                        k-1,Cove,Cove Ltd,TELCO,Zephyrine Quillfeather,2025-01-15
                                        k-2,Bay,Bay Ltd,FISHERY,Zephyrine Quillfeather,2025-01-15
                                        """)));
        done(
                service.as(Role.ADMIN)
                        .post(
                                "/api/v1/people",
                                """
                                {"name": "%s", "email": "%s", "roles": ["VIEWER"]}
                                """
                                        .formatted(NAME, MAIL)));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(call(service, Role.VIEWER, path).text()).contains(NAME);
                            assertThat(steps(service).at("/items")).hasSize(1);
                            assertThat(call(service, Role.VIEWER, "/api/v1/people?q=zephyr").text())
                                    .contains(NAME, MAIL);
                        });
        assertThat(call(service, Role.MANAGER, "/api/v1/views").text())
                .contains("owner=Zephyrine%20Quillfeather");
        assertThat(service.as(Role.VIEWER).get("/api/v1/next-steps", "Accept", "text/csv").text())
                .contains("ZEPHYRINE QUILLFEATHER");
        return id;
    }

    private static void isForgotten(ServiceProcess service) {
        var admin = service.as(Role.ADMIN);
        var person = admin.get("/api/v1/people?q=zephyr").json().at("/items/0/id").asString();
        var asked =
                """
                {"personId": "%s", "names": ["%s"], "reason": "They asked for it"}
                """
                        .formatted(person, NAME);
        assertThat(admin.post("/api/v1/erasures", asked).status()).as("gets in").isEqualTo(409);
        done(admin.post("/api/v1/people/" + person + "/disabling", "{}"));
        var erasure = done(admin.post("/api/v1/erasures", asked)).json().at("/id").asString();
        var approval = "/api/v1/erasures/" + erasure + "/approval";
        assertThat(admin.post(approval, "").status()).as("by whoever asked").isEqualTo(403);

        var approved = done(service.as(Role.APPROVER).post(approval, ""));

        assertThat(approved.json().at("/status").asString()).isEqualTo("COMPLETED");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var seen = call(service, Role.AUDITOR, "/api/v1/erasures/" + erasure);
                            assertThat(seen.json().at("/status").asString()).isEqualTo("COMPLETED");
                            assertThat(seen.json().at("/keyIds")).hasSize(2);
                            assertThat(seen.json().at("/exports")).isNotEmpty();
                            assertThat(seen.json().at("/names/0").asString())
                                    .isEqualTo("(forgotten)");
                        });
    }

    private static void isNotAnswered(ServiceProcess service, String partnership) {
        var path = "/api/v1/partnerships/" + partnership;
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(call(service, Role.VIEWER, path).text())
                                        .contains("(forgotten)"));
        for (var each :
                List.of(
                        path,
                        path + "/history",
                        path + "/next-steps",
                        "/api/v1/partnerships",
                        "/api/v1/next-steps",
                        "/api/v1/audit/entries?limit=200",
                        "/api/v1/people",
                        "/api/v1/views")) {
            var answer = call(service, Role.ADMIN, each);
            assertThat(answer.status()).as(each + answer.text()).isEqualTo(200);
            assertThat(answer.text().toLowerCase(Locale.ROOT)).as(each).doesNotContain(CANARIES);
        }
        assertThat(steps(service).at("/items")).isEmpty();
    }

    private void assertFoundNowhere() throws IOException {
        assertThat(ReadableFiles.holding(CANARIES, folder)).isEmpty();
    }

    private static JsonNode steps(ServiceProcess service) {
        return call(service, Role.VIEWER, "/api/v1/next-steps?owner=zephyrine%20quillfeather")
                .json();
    }

    private static Answered call(ServiceProcess service, Role role, String path) {
        return service.as(role).get(path);
    }

    private static Answered done(Answered answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private ServiceProcess start(List<String> more) throws IOException {
        var properties = new ArrayList<>(chat.properties());
        properties.add("--headway.postgres.archive=" + folder.resolve("archive"));
        properties.add("--headway.sealing.events=1");
        properties.addAll(more);
        return ServiceProcess.start(
                HeadwayApplication.class, home(), properties.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }
}
