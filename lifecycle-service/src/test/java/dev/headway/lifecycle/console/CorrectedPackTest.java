package dev.headway.lifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.Browser;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A stage date that is put right is right in the story and in every part of the pack. */
class CorrectedPackTest {

    private static final RunningHeadway headway = SharedConsole.headway();
    private static final Caller auditor = headway.as(Role.AUDITOR);
    private static final Caller manager = headway.as(Role.MANAGER);
    private static final Browser reader =
            ReaderOverHttp.signedIn(
                    headway, SharedConsole.people().invite("Cora Wright", Role.MANAGER));

    @Test
    void of_a_move_that_was_dated_wrongly() {
        var id = scaledInJuly("redated", "Old name of K");
        var path = "/api/v1/partnerships/" + id;
        awaitAlert(id, "OPEN");
        manager.post(
                path + "/touchpoints", "{\"kind\": \"JOINT_CALL\", \"summary\": \"They called\"}");
        awaitAlert(id, "RESOLVED");
        manager.patch(path, "{\"name\": \"New name of K\"}");
        assertThat(moves("2025-Q3", id)).containsExactly("PartnershipScaled");
        assertThat(town("2025-Q3", id).at("/since").asString()).startsWith("2025-09-22");

        correct(path);

        assertThat(moves("2025-Q3", id)).isEmpty();
        assertThat(moves("2025-Q2", id))
                .containsExactly("PartnershipLaunched", "PartnershipScaled");
        assertThat(town("2025-Q3", id).at("/since").asString()).startsWith("2025-08-23");
        assertThat(town("2025-Q3", id).at("/partnership").asString()).isEqualTo("New name of K");
        assertThat(part("2025-Q2", "moves", id).getFirst().at("/about/name").asString())
                .isEqualTo("New name of K");
        assertThat(auditor.get("/api/v1/audit/pack?quarter=2025-Q2", "Accept", "text/csv").text())
                .contains("moves,2025-06-24T00:00:00Z," + id);
        assertThat(audited(id, "2025-06-24")).containsExactly("PartnershipScaled");
        assertThat(audited(id, "2025-07-24")).isEmpty();
        assertThat(reader.open("/partnerships/" + id).body())
                .contains("date corrected", "at first, corrected by", "Typed wrongly")
                .containsPattern("(?s)data-kind=\"motion\"><time[^>]*>24 Jun 2025</time>");

        manager.post(path + "/voiding", "{\"reason\": \"Registered twice\"}");
        headway.awaitProjections();
        assertThat(moves("2025-Q2", id)).isEmpty();
    }

    @Test
    void a_ghost_town_that_a_late_record_disproves_was_none() {
        var id = scaledInJuly("disproved", "Busy all along");
        awaitAlert(id, "OPEN");
        assertThat(part("2025-Q3", "ghostTowns", id)).hasSize(1);

        touched(id, "2025-09-20");
        headway.awaitProjections();

        assertThat(part("2025-Q3", "ghostTowns", id)).isEmpty();
        assertThat(town("2025-Q4", id).at("/since").asString()).startsWith("2025-11-19");

        touched(id, "2025-11-01");
        headway.awaitProjections();

        assertThat(part("2025-Q4", "ghostTowns", id))
                .singleElement()
                .matches(each -> each.at("/since").asString().startsWith("2025-12-31"));
    }

    @Test
    void a_claim_and_a_seat_stand_as_they_are_known_to_have_stood() {
        var id = scaledInJuly("claimed", "Claims of then");
        var path = "/api/v1/partnerships/" + id;
        manager.put(
                path + "/leverage-claim",
                """
                {"mechanism": "WIN_RATE", "why": "Joint proposals win", "dueOn": "2025-08-31",
                 "metric": {"name": "win rate", "unit": "percent", "baseline": 18, "target": 30},
                 "effectiveAt": "2025-08-01"}
                """);
        awaitPart("2025-Q3", "unsettledClaims", id, 1);
        awaitPart("2025-Q3", "vacancies", id, 5);

        manager.post(
                path + "/measurements",
                "{\"value\": 31, \"evidence\": \"Order log\", \"effectiveAt\": \"2025-09-10\"}");
        manager.put(
                path + "/seats/RELATIONSHIP",
                """
                {"holder": "Rhea Back", "side": "OURS", "effectiveAt": "2025-07-25"}
                """);
        headway.awaitProjections();

        assertThat(part("2025-Q3", "unsettledClaims", id)).isEmpty();
        assertThat(part("2025-Q3", "vacancies", id))
                .hasSize(4)
                .noneMatch(each -> each.at("/about").asString().equals("RELATIONSHIP"));
    }

    private static void awaitPart(String quarter, String part, String id, int size) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> part(quarter, part, id), found -> found.size() == size);
    }

    private static void touched(String id, String day) {
        manager.post(
                "/api/v1/partnerships/" + id + "/touchpoints",
                """
                {"kind": "JOINT_CALL", "summary": "They called", "effectiveAt": "%s"}
                """
                        .formatted(day));
    }

    private static List<String> audited(String id, String day) {
        return auditor.get(
                        "/api/v1/audit/entries?kind=PartnershipScaled&time=effective&partnership="
                                + id
                                + "&from=%1$s&to=%1$sT23:00:00Z".formatted(day))
                .json()
                .at("/items")
                .findValuesAsString("type");
    }

    private static void correct(String path) {
        headway.awaitProjections();
        var scaled =
                manager.get(path + "/history?kind=PartnershipScaled")
                        .json()
                        .at("/items/0/eventId")
                        .asString();
        var answer =
                manager.post(
                        path + "/history/" + scaled + "/correction",
                        "{\"effectiveAt\": \"2025-06-24\", \"reason\": \"Typed wrongly\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        headway.awaitProjections();
    }

    private static List<String> moves(String quarter, String id) {
        headway.awaitProjections();
        return part(quarter, "moves", id).stream()
                .map(each -> each.at("/type").asString())
                .toList();
    }

    private static JsonNode town(String quarter, String id) {
        return part(quarter, "ghostTowns", id).getFirst();
    }

    private static List<JsonNode> part(String quarter, String part, String id) {
        var items =
                auditor.get("/api/v1/audit/pack?quarter=" + quarter)
                        .json()
                        .at("/" + part + "/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(
                        each ->
                                each.at("/partnershipId").asString("").equals(id)
                                        || each.at("/about/id").asString("").equals(id))
                .toList();
    }

    private static void awaitAlert(String id, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                manager.get(
                                                        "/api/v1/alerts?rule=ghost-town&partnership="
                                                                + id
                                                                + "&status="
                                                                + status)
                                                .json()
                                                .at("/items")
                                                .size()
                                        == 1);
    }

    private static String scaledInJuly(String key, String name) {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,scaledAt
                %s,%s,Reef Ltd,TELCO,2025-01-15,2025-03-01,2025-05-01,2025-07-24
                """
                        .formatted(key, name);
        return headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv))
                .json()
                .at("/rows/0/partnershipId")
                .asString();
    }
}
