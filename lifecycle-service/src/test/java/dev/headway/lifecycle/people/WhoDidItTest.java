package dev.headway.lifecycle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.identity.ExternalIssuer;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Opaque subjects, two people of one name, one of them renamed, and a subject that a second issuer
 * gave to somebody else: whoever looks finds who did it, as they were shown then; and whoever asked
 * for an exception does not grant it, through whatever door they come.
 */
class WhoDidItTest {

    private static ExternalIssuer first;
    private static ExternalIssuer second;

    private static RunningHeadway headway;

    private static final String ALL = "manager,approver,admin";

    @BeforeAll
    static void start() {
        first = ExternalIssuer.start();
        second = ExternalIssuer.start();
        headway =
                RunningHeadway.start(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + first.uri(),
                        "headway.identity.other-issuers=" + second.uri(),
                        "headway.identity.services=desk");
    }

    @AfterAll
    static void stop() {
        headway.close();
        first.close();
        second.close();
    }

    @Test
    void the_audit_the_history_the_alerts_and_the_waivers_tell_who_it_was_then_and_now() {
        var nair = caller(first, "00u-1", "Priya Nair", ALL);
        var namesake = caller(first, "00u-2", "Priya Nair", ALL);
        var elsewhere = caller(second, "00u-1", "Priya Nair", ALL);
        var id = id(nair);
        var reef = "/api/v1/partnerships/" + imported(nair);
        var alert = alertOf(nair, reef);
        var taken = nair.post(alert + "/acknowledgement", "{\"note\": \"I call them\"}").json();
        assertThat(taken.at("/owner").asString()).isEqualTo("Priya Nair");
        assertThat(taken.at("/ownerId").asString()).isEqualTo(id);
        var waiver = asked(nair, reef);
        var rao = caller(first, "00u-1", "Priya Rao", ALL);
        call(rao, reef);
        call(elsewhere, reef);
        assertThat(decided(namesake, reef, waiver)).isEqualTo(200);

        var history = get(rao, reef + "/history");
        assertThat(shown(history, "PartnershipRegistered")).containsExactly("Priya Nair " + id);
        assertThat(shown(history, "AlertAcknowledged")).containsExactly("Priya Nair " + id);
        assertThat(shown(history, "WaiverRequested")).containsExactly("Priya Nair " + id);
        assertThat(shown(history, "TouchpointRecorded"))
                .containsExactly("Priya Rao " + id, "Priya Nair " + id(elsewhere));
        assertThat(shown(history, "WaiverGranted")).containsExactly("Priya Nair " + id(namesake));
        var kept = get(rao, reef).at("/waivers/0");
        assertThat(kept.at("/requestedBy").asString()).isEqualTo("Priya Nair");
        assertThat(kept.at("/requestedById").asString()).isEqualTo(id);
        assertThat(kept.at("/decidedBy").asString()).isEqualTo("Priya Nair");
        assertThat(kept.at("/decidedById").asString()).isEqualTo(id(namesake));
        var approvers = get(rao, "/api/v1/portfolio").at("/exceptions/approvers").valueStream();
        assertThat(approvers.map(each -> each.at("/approver") + " " + each.at("/approverId")))
                .contains("\"Priya Nair\" \"" + id(namesake) + "\"");
        var answered = get(rao, alert);
        assertThat(answered.at("/owner").asString()).isEqualTo("Priya Nair");
        assertThat(answered.at("/ownerId").asString()).isEqualTo(id);
        assertThat(answered.at("/answeredById").asString()).isEqualTo(id);
        assertThat(get(rao, "/api/v1/people/" + id).at("/name").asString()).isEqualTo("Priya Rao");
        isAudited(rao, id, id(namesake), id(elsewhere));
    }

    private static void isAudited(Caller rao, String id, String namesake, String elsewhere) {
        var hers = audited(rao, "me");
        assertThat(hers).isEqualTo(audited(rao, id)).isNotEmpty();
        assertThat(ids(hers)).containsOnly(id);
        assertThat(hers.stream().map(each -> each.at("/person/name").asString()))
                .contains("Priya Nair", "Priya Rao");
        assertThat(ids(audited(rao, namesake))).containsOnly(namesake);
        assertThat(ids(audited(rao, elsewhere))).containsOnly(elsewhere);
        assertThat(ids(audited(rao, "00u-1"))).as("a subject of both").contains(id, elsewhere);
    }

    @Test
    void nobody_grants_what_they_asked_for_through_whatever_door() {
        var asker = caller(first, "00u-asker", "Ada Okafor", ALL);
        var doors = doors(asker);
        var reef = "/api/v1/partnerships/" + registered(asker);

        for (var asking : doors) {
            var waiver = asked(asking, reef);
            for (var deciding : doors) {
                assertThat(decided(deciding, reef, waiver)).isEqualTo(403);
            }
            var heir = new Door(caller(first, "00u-heir", "Ada Okafor", ALL));
            assertThat(decided(heir, reef, waiver)).as("of the same name").isEqualTo(200);
        }
    }

    @Test
    void a_handover_makes_nobody_an_asker_and_nobody_less_of_one() {
        var asker = caller(first, "00u-leaver", "Lea Verr", ALL);
        var heir = caller(first, "00u-follows", "Kai Lund", ALL);
        var reef = "/api/v1/partnerships/" + registered(asker);
        var waiver = asked(asker, reef);
        var body =
                "{\"to\": {\"ownerId\": \"%s\"}, \"reason\": \"Lea leaves\"}".formatted(id(heir));
        var handed = heir.post("/api/v1/people/" + id(asker) + "/handover", body);
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);

        assertThat(decided(asker, reef, waiver)).isEqualTo(403);
        assertThat(decided(heir, reef, waiver)).isEqualTo(200);
    }

    /** The same person: plainly, by another name, by two kinds of service, by a script. */
    private static List<Door> doors(Caller asker) {
        var body =
                "{\"name\": \"Script\", \"roles\": [\"APPROVER\"], \"expiresOn\": \"%s\"}"
                        .formatted(in(30));
        var script = asker.post("/api/v1/tokens", body).json().at("/token").asString();
        var acting =
                first.token(
                        "00u-asker",
                        Map.of("name", "Ada", "roles", ALL, "act", Map.of("sub", "bot")));
        return List.of(
                new Door(asker),
                new Door(caller(first, "00u-asker", "A. Okafor", ALL)),
                new Door(headway.with(acting)),
                new Door(caller(first, "desk", "The desk", ALL), "Headway-On-Behalf-Of", id(asker)),
                new Door(headway.with(script)));
    }

    /** How somebody comes in: with a token, and headers with each call. */
    private record Door(Caller caller, String... headers) {

        Caller.Answered post(String path, String body) {
            return caller.post(path, body, headers);
        }
    }

    private static String asked(Caller caller, String partnership) {
        return asked(new Door(caller), partnership);
    }

    private static String asked(Door door, String partnership) {
        var body =
                """
                {"criterion": "exit-terms-agreed", "reason": "Lawyers need May", "expiresOn": "%s"}
                """
                        .formatted(in(9));
        var answer = door.post(partnership + "/waivers", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/waiverId").asString();
    }

    private static int decided(Caller caller, String partnership, String waiver) {
        return decided(new Door(caller), partnership, waiver);
    }

    private static int decided(Door door, String partnership, String waiver) {
        var body = "{\"decision\": \"GRANTED\", \"reason\": \"The risk is small\"}";
        return door.post(partnership + "/waivers/" + waiver + "/decision", body).status();
    }

    private static void call(Caller caller, String partnership) {
        var body = "{\"kind\": \"JOINT_CALL\", \"summary\": \"Went through open orders\"}";
        assertThat(caller.post(partnership + "/touchpoints", body).status()).isEqualTo(200);
    }

    private static String registered(Caller caller) {
        var body = "{\"name\": \"Reef\", \"partner\": {\"name\": \"Reef\", \"type\": \"TELCO\"}}";
        return caller.post("/api/v1/partnerships", body).json().at("/id").asString();
    }

    /** A ghost town, as a spreadsheet has it. */
    private static String imported(Caller caller) {
        var day = in(-200).substring(0, 10);
        var csv =
                "externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt\n"
                        + "quiet,Quiet Quay,Quay Ltd,TELCO,%1$s,%1$s,%1$s,%1$s".formatted(day);
        var answer =
                caller.send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv));
        assertThat(answer.json().at("/rejected").asInt()).as(answer.text()).isZero();
        return get(caller, "/api/v1/partnerships?q=quay").at("/items/0/id").asString();
    }

    private static String alertOf(Caller caller, String partnership) {
        var id = partnership.substring(partnership.lastIndexOf('/') + 1);
        var question = "/api/v1/alerts?rule=ghost-town&partnership=" + id;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get(question).json().at("/items/0/id").isString());
        return "/api/v1/alerts/" + caller.get(question).json().at("/items/0/id").asString();
    }

    private static List<String> shown(JsonNode history, String type) {
        return history.at("/items")
                .valueStream()
                .filter(entry -> entry.at("/type").asString().equals(type))
                .map(
                        entry ->
                                entry.at("/person/name").asString()
                                        + " "
                                        + entry.at("/person/id").asString())
                .toList();
    }

    /** That somebody asked this is in the audit as well, once more each time. */
    private static List<JsonNode> audited(Caller caller, String actor) {
        return get(caller, "/api/v1/audit/entries?actor=" + actor)
                .at("/items")
                .valueStream()
                .filter(each -> !each.at("/type").asString().equals("AuditSearched"))
                .toList();
    }

    private static Stream<String> ids(List<JsonNode> entries) {
        return entries.stream().map(each -> each.at("/person/id").asString());
    }

    /** As of everything written before. */
    private static JsonNode get(Caller caller, String path) {
        var head = caller.get("/api/v1/projections").json().at("/head").asString();
        var answer = caller.get(path, "Headway-Position", head);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Caller caller(ExternalIssuer issuer, String subject, String name, String roles) {
        return headway.with(issuer.token(subject, Map.of("name", name, "roles", roles)));
    }

    private static String id(Caller caller) {
        return caller.get("/api/v1/me").json().at("/id").asString();
    }

    private static String in(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).toString();
    }
}
