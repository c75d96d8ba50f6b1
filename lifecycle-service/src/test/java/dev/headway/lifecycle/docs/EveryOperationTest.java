package dev.headway.lifecycle.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.OwnCriteria;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.lifecycle.accounts.AccountsOverHttp;
import dev.headway.lifecycle.identity.PeopleOfPartners;
import dev.headway.testing.Caller.Answered;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole life over HTTP, with every operation done and refused on the way. The callers hold each
 * answer against the contract; the test sees to it that nothing is left out.
 */
class EveryOperationTest {

    private static final String PARTNERSHIPS = "/api/v1/partnerships";
    private static final String REEF =
            """
            {"name": "Reef Reach", "partner": {"name": "Reef Ltd", "type": "TELCO",
             "website": "https://reef.example"}, "pattern": "RESELL", "segment": "Harbours",
             "owner": "Ada Okafor"}
            """;

    /** Nobody listens there, so its messages are tried again and again. */
    static final RunningHeadway headway =
            RunningHeadway.start(
                    "headway.sealing.after=1s",
                    "headway.chat.allow-insecure-targets=true",
                    "headway.chat.channels[0].kind=webhook",
                    "headway.chat.channels[0].name=team",
                    "headway.chat.channels[0].url=http://127.0.0.1:9/hook");

    private final Map<Operation, Set<Integer>> heard = new HashMap<>();
    private String reef = "";
    private String tag = "";
    private String position = "0";

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void a_whole_life_is_answered_as_documented() {
        isQualified();
        isPiloted();
        isPrepared();
        isShared();
        isLaunched();
        isScaled();
        isLeft();
        isLookedAt();
        isImported();
        isWatched();
        isRefused();
        isCorrected();
        isKnown();
        areListed();
        isOneOfMany();
        havePeople();
        seeWhatIsShared();
        areForgotten();
        isReadElsewhere();
        isSealed();

        assertThat(heard)
                .containsOnlyKeys(
                        OpenApiContract.ofHeadway().operations().stream()
                                .filter(each -> !each.isEndless())
                                .toList())
                .allSatisfy(
                        (operation, statuses) ->
                                assertThat(statuses)
                                        .as(operation.toString())
                                        .containsAnyOf(200, 201, 202));
        assertThat(heard.values().stream().flatMap(Set::stream))
                .contains(200, 201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 428);
    }

    private void isQualified() {
        reef = PARTNERSHIPS + "/" + post(PARTNERSHIPS, REEF, 201).json().at("/id").asString();
        put("/pattern", "{\"pattern\": \"CO_DELIVERY\"}");
        put(
                "/leverage-claim",
                """
                {"mechanism": "DISTRIBUTION_SPEED", "why": "They are in every harbour",
                 "metric": {"name": "Orders", "unit": "a month", "baseline": 1.5, "target": 30},
                 "dueOn": "%s"}
                """
                        .formatted(in(200)));
        put(
                "/timing",
                """
                {"ours": {"focus": "Harbours", "ready": true},
                 "partner": {"focus": "New services", "ready": true}}
                """);
        put(
                "/classification",
                """
                {"classification": "STRATEGIC",
                 "bends": [{"bend": "SUPPORT_MODEL", "what": "A joint rota", "dueOn": "%s"}]}
                """
                        .formatted(in(60)));
        post(
                reef + "/screenings",
                """
                {"disqualifier": "no-sponsor", "verdict": "CLEAR", "note": "Their COO is"}
                """);
        post(
                reef + "/parking",
                "{\"until\": \"%s\", \"reason\": \"They merge\"}".formatted(in(20)));
        look();
        delete("/parking");
    }

    private void isPiloted() {
        move("{\"to\": \"PILOT\"}", 422);
        put(
                "/pilot-scope",
                """
                {"useCase": "Two harbours", "successCriterion": "Ten orders", "endsOn": "%s"}
                """
                        .formatted(in(30)));
        move("{\"to\": \"SCALED\"}", 409);
        move("{\"to\": \"PILOT\"}", 200);
        look();
        put("/pilot-verdict", "{\"verdict\": \"PROVED\", \"evidence\": \"14 orders\"}");
    }

    private void isPrepared() {
        for (var seat : Seat.values()) {
            put("/seats/" + seat, "{\"holder\": \"Noor Haddad\", \"side\": \"PARTNER\"}");
        }
        delete("/seats/SUPPORT");
        put("/seats/SUPPORT", "{\"holder\": \"Ines Duarte\", \"side\": \"OURS\"}");
        for (var seam : Seam.values()) {
            put("/seams/" + seam, "{\"verdict\": \"PASS\", \"evidence\": \"Twelve customers\"}");
        }
        for (var team : ReceivingTeam.values()) {
            put("/consents/" + team, "{\"by\": \"Ines Duarte\", \"capacity\": \"Two people\"}");
        }
        put("/rhythm", "{\"everyDays\": 14, \"forum\": \"Pipeline review\"}");
        plan("OURS");
        plan("PARTNER");
        var third = plan("OURS");
        var fourth = plan("OURS");
        var fifth = plan("OURS");
        post(
                step(third, "rescheduling"),
                "{\"dueOn\": \"%s\", \"reason\": \"Ill\"}".formatted(in(9)));
        post(step(fourth, "completion"), "{\"outcome\": \"Eight trained\"}");
        post(step(fifth, "drop"), "{\"reason\": \"Done elsewhere\"}");
        put("/steps/" + third + "/owner", "{\"owner\": \"Mara\"}");
        post(step(fifth, "completion"), "{}", 409);
        post(
                reef + "/joint-wins",
                """
                {"customer": "Harbour One", "summary": "Live", "evidence": "Order 4711"}
                """);
        post(
                reef + "/touchpoints",
                "{\"kind\": \"JOINT_CALL\", \"summary\": \"Agreed\", \"with\": \"Noor\"}");
    }

    private void isShared() {
        var objective =
                """
                {"title": "Win the harbours", "keyResults": [{"id": "orders", "name": "Orders",
                 "unit": "a month", "baseline": 2, "target": 30, "dueOn": "%s"}]}
                """;
        put("/objectives/harbours", objective.formatted(in(200)));
        put("/objectives/Harbours", objective.formatted(in(200)), 400);
        put("/objectives/none/confirmations/OURS", "{\"by\": \"Ada\"}", 404);
        var values = reef + "/objectives/harbours/key-results/orders/values";
        post(values, "{\"value\": 14, \"evidence\": \"The order book\"}", 200);
        post(values.replace("orders", "none"), "{\"value\": 14}", 404);
        put("/objectives/harbours/confirmations/OURS", "{\"by\": \"Ada Okafor\"}");
        put("/objectives/harbours/confirmations/PARTNER", "{\"by\": \"Noor Haddad\"}");
        get(reef + "/objectives", 200);
        put("/objectives/piers", objective.formatted(in(100)));
        post(reef + "/objectives/piers/drop", "{\"reason\": \"Sold\"}", 200);
        put("/objectives/piers", objective.formatted(in(100)), 409);
        get(reef + "/objectives", 200);
        look();
    }

    private void isLaunched() {
        move("{\"to\": \"LAUNCH\"}", 422);
        put(
                "/announcement",
                "{\"where\": \"A blog\", \"announcedOn\": \"%s\"}".formatted(in(0)),
                409);
        var waiver = waiver("exit-terms-agreed");
        var refused = waiver("rhythm-agreed");
        decide(waiver, "GRANTED", 200);
        decide(refused, "REFUSED", 200);
        decide(refused, "GRANTED", 409);
        move("{\"to\": \"LAUNCH\"}", 200);
        put("/exit-terms/confirmation", "{\"by\": \"Noor Haddad\"}", 404);
        put("/exit-terms", "{\"summary\": \"Orders are delivered\", \"noticeDays\": 90}");
        put("/exit-terms/confirmation", "{\"by\": \"Noor Haddad\"}");
        put("/exit-terms/confirmation", "{\"by\": \"Noor\", \"wording\": \"another\"}", 409);
        put("/pilot-verdict/confirmation", "{\"by\": \"Noor Haddad\"}");
        put("/pilot-verdict/confirmation", "{}", 400);
        put(
                "/announcement",
                "{\"where\": \"Their fair\", \"announcedOn\": \"%s\"}".formatted(in(0)));
        look();
    }

    private void isScaled() {
        for (var actor : IncentiveActor.values()) {
            put("/incentives/" + actor, "{\"mechanism\": \"Joint deals count double\"}");
        }
        put("/funding", "{\"owner\": \"Mara Lindqvist\", \"summary\": \"Two engineers\"}");
        for (var customer : Set.of("Harbour Two", "Harbour Three")) {
            post(
                    reef + "/joint-wins",
                    """
                    {"customer": "%s", "summary": "Live", "evidence": "An order"}
                    """
                            .formatted(customer));
        }
        post(reef + "/measurements", "{\"value\": 12.5, \"evidence\": \"Order log\"}");
        post(reef + "/measurements", "{\"value\": 31, \"evidence\": \"Order log\"}");
        var bend = get(reef, 200).json().at("/bends/0/bendId").asString();
        post(reef + "/bends/" + bend + "/delivery", "{\"evidence\": \"The rota runs\"}");
        move("{\"to\": \"SCALED\"}", 200);
        look();
        move("{\"to\": \"LAUNCH\", \"reason\": \"Too early\"}", 200);
    }

    private void isLeft() {
        var first = owe();
        var second = owe();
        move("{\"to\": \"SUNSET\"}", 422);
        post(owed(first, "discharge"), "{\"how\": \"The year is over\"}");
        post(owed(second, "handover"), "{\"to\": \"Customer care\", \"how\": \"Agreed\"}");
        put("/customer-notice", "{\"how\": \"By letter\", \"notifiedOn\": \"2026-11-02\"}");
        move("{\"to\": \"SUNSET\", \"reason\": \"They were sold\", \"reasonCode\": \"SOLD\"}", 200);
        look();
        put("/rhythm", "{\"everyDays\": 7, \"forum\": \"None\"}", 409);
        move("{\"to\": \"PROSPECT\", \"reason\": \"The new owner calls\"}", 200);
    }

    private void isLookedAt() {
        look();
        get(reef + "?asOf=" + in(0), 200);
        get(reef + "?asOf=" + in(-300) + "&asOfTime=effective", 404);
        get(reef + "?asOf=yesterday", 400);
        get(reef + "/history?limit=2", 200);
        get(PARTNERSHIPS + "?stage=PROSPECT&q=reef&sort=-quietDays&limit=1", 200);
        get(PARTNERSHIPS + "?cursor=forged", 400);
        get("/api/v1/next-steps?due=later", 200);
        get("/api/v1/next-steps?side=UP", 400);
        isHandedOver();
        get("/api/v1/portfolio", 200);
        get("/api/v1/portfolio/leverage", 200);
        get("/api/v1/portfolio/carriers", 200);
        get("/api/v1/portfolio/scorecard?by=type", 200);
        get(reef + "/scorecard", 200);
        get("/api/v1/alerts?rule=ghost-town", 200);
        get("/api/v1/alerts/counts?concerns=me&status=OPEN", 200);
        call(Role.AUDITOR, "GET", "/api/v1/audit/entries?kind=MoveRefused", null, 200);
        call(Role.AUDITOR, "GET", "/api/v1/audit/entries?time=never", null, 400);
        call(Role.VIEWER, "GET", "/api/v1/audit/entries", null, 403);
    }

    private void isHandedOver() {
        var me = get("/api/v1/me", 200).json().at("/id").asString();
        var body =
                """
                {"from": {"owner": "Nobody"}, "to": {"owner": "Mara"}, "reason": "A new region"}
                """;
        post("/api/v1/handovers?dryRun=true", body, 200);
        post("/api/v1/handovers", body, 200);
        post("/api/v1/handovers", "{}", 400);
        var leaves = "{\"to\": {\"owner\": \"Mara\"}, \"what\": [\"SEATS\"], \"reason\": \"x\"}";
        post("/api/v1/people/" + me + "/handover", leaves, 200);
        post("/api/v1/people/nobody/handover", leaves, 404);
        var handles = "{\"handles\": [{\"channel\": \"SLACK\", \"handle\": \"U012AB3CD\"}]}";
        call(Role.ADMIN, "PUT", "/api/v1/people/" + me + "/chat-handles", handles, 200);
        call(Role.ADMIN, "PUT", "/api/v1/people/nobody/chat-handles", handles, 404);
        call(Role.MANAGER, "PUT", "/api/v1/people/nobody/chat-handles", handles, 403);
    }

    private void isOneOfMany() {
        var partners = "/api/v1/partners";
        var reefLtd = get(reef, 200).json().at("/partnerId").asString();
        get(partners, 200);
        get(partners + "?sort=-partnerships&type=TELCO&q=reef&merged=false", 200);
        get(partners + "?sort=size", 400);
        get(partners + "/" + reefLtd, 200);
        get(partners + "/" + reefLtd + "/history", 200);
        get(partners + "/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", 404);
        get(partners + "/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11/history", 404);
        get(PARTNERSHIPS + "?partnerId=" + reefLtd, 200);
        var other = post(partners, "{\"name\": \"Reef Ltd\", \"type\": \"TELCO\"}", 201).json();
        var otherOne = partners + "/" + other.at("/id").asString();
        post(partners, "{\"name\": \" \"}", 400);
        put("/partner", "{\"partnerId\": \"%s\"}".formatted(other.at("/id").asString()));
        put("/partner", "{\"partnerId\": \"nobody\"}", 400);
        delete("/partner");
        call(Role.MANAGER, "PATCH", otherOne, "{\"name\": \"Reef Two\"}", 200);
        call(Role.MANAGER, "PATCH", otherOne, "{\"name\": \" \"}", 400);
        call(Role.VIEWER, "PATCH", otherOne, "{\"name\": \"Reef Two\"}", 403);
        var merge = "{\"into\": \"%s\", \"reason\": \"One company\"}".formatted(reefLtd);
        post(otherOne + "/merging", merge, 200);
        call(Role.MANAGER, "PATCH", otherOne, "{\"name\": \"Reef Three\"}", 409);
        call(Role.MANAGER, "DELETE", otherOne + "/merging", null, 200);
        post(otherOne + "/merging", "{\"into\": \"nobody\", \"reason\": \"x\"}", 400);
    }

    private void look() {
        get(reef, 200);
        get(reef + "/gate", 200);
        get(reef + "/gate?to=SUNSET", 200);
        get(reef + "/next-steps", 200);
        get(reef + "/history", 200);
        get(PARTNERSHIPS, 200);
    }

    private void isImported() {
        upload("", "externalKey,name,partnerName,partnerType,registeredAt\n", 200);
        var rows =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt
                cove,Cove,Cove Ltd,AGENCY,2025-01-15,2025-03-01,2025-06-30,2025-09-12
                cove,Cove,Cove Ltd,AGENCY,2025-01-15,,,
                bay,Bay,Bay Ltd,FISHERY,2025-01-15,,2025-03-01,
                """;
        upload("?dryRun=true", rows, 200);
        upload("", rows, 200);
        upload("", rows.replace("Cove,Cove Ltd", "Cove Two,Cove Ltd"), 200);
        upload("?dryRun=perhaps", rows, 400);
        upload("", "no,such,columns\n", 400);
        upload("?dryRun=true", rows + "x,,,,,,,\n".repeat(100_001), 413);
        call(Role.ADMIN, "POST", "/api/v1/imports", "{}", 415);
        var newest = "/api/v1/imports/" + imports().at("/items/0/id").asString();
        call(Role.AUDITOR, "GET", newest, null, 200);
        call(Role.AUDITOR, "GET", newest + "/rejected.csv", null, 200);
        call(Role.AUDITOR, "GET", "/api/v1/imports/import-none", null, 404);
    }

    private JsonNode imports() {
        return call(Role.AUDITOR, "GET", "/api/v1/imports", null, 200).json();
    }

    private void isWatched() {
        var program = get("/api/v1/program", 200);
        var tag = program.header("ETag");
        get("/api/v1/program?asOf=" + in(0) + "&asOfTime=effective", 200);
        get("/api/v1/program?asOf=yesterday", 400);
        get("/api/v1/program/charter", 200);
        call(Role.ADMIN, "POST", "/api/v1/program/preview", program.text(), 200);
        call(Role.ADMIN, "POST", "/api/v1/program/preview", "{}", 400);
        var narrow = (ObjectNode) program.json();
        narrow.putObject("limits")
                .putObject("pilots")
                .put("perPattern", 0)
                .putObject("perSegment")
                .put("Nordics", 2);
        narrow.put("why", "Harbours buy from whom they know");
        narrow.putObject("playbooks")
                .putObject("CO_DELIVERY")
                .putArray("PROSPECT")
                .addObject()
                .put("title", "Call their owner")
                .put("side", "OURS")
                .put("afterDays", 7);
        narrow.putArray("criteria")
                .add(
                        OwnCriteria.of("security-reviewed", "SUNSET", "It is reviewed", "MANAGER")
                                .put("validDays", 30));
        call(Role.ADMIN, "POST", "/api/v1/program/preview", narrow.toString(), 200);
        call(Role.ADMIN, "PUT", "/api/v1/program", program.text(), 200);
        call(
                Role.ADMIN,
                "PUT",
                "/api/v1/program",
                """
                {"thresholds": {"ghost-town": {"LAUNCH": "PT1S"}, "fading": "P45D"},
                 "disqualifiers": [{"id": "no-sponsor", "statement": "Nobody wants it"}],
                 "patterns": {"REFERRAL": {"requires": ["pattern-chosen"], "rhythmDays": 30}},
                 "reason": "To see an alert"}
                """,
                200,
                "If-Match",
                tag);
        call(Role.ADMIN, "PUT", "/api/v1/program", program.text(), 412, "If-Match", "\"999\"");
        call(Role.ADMIN, "PUT", "/api/v1/program", "{\"thresholds\": {\"x\": \"P1D\"}}", 400);
        call(Role.MANAGER, "PUT", "/api/v1/program", program.text(), 403);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !get("/api/v1/alerts", 200).json().at("/items").isEmpty());
        call(Role.ADMIN, "PUT", "/api/v1/program", narrow.toString(), 200);
        get("/api/v1/program", 200);
        call(Role.AUDITOR, "GET", "/api/v1/audit/entries?kind=ProgramChanged", null, 200);
        post(
                reef + "/attestations",
                "{\"criterion\": \"security-reviewed\", \"evidence\": \"The report\"}");
        post(
                reef + "/attestations",
                "{\"criterion\": \"unknown\", \"evidence\": \"The report\"}",
                400);
        look();
        get(reef + "/playbook", 200);
        post(
                reef + "/playbook",
                "{\"steps\": [{\"title\": \"call their owner\", \"owner\": \"Ada Okafor\"}]}",
                200);
        post(
                reef + "/playbook",
                "{\"steps\": [{\"title\": \"Wait\", \"owner\": \"Ada Okafor\"}]}",
                400);
        get(reef + "/playbook", 200);
        get("/api/v1/waivers?criterion=security-reviewed", 200);
        get("/api/v1/partnerships?criterionUnmet=No", 400);
        narrow.remove("limits");
        narrow.remove("criteria");
        narrow.remove("playbooks");
        call(Role.ADMIN, "PUT", "/api/v1/program", narrow.toString(), 200);
        call(Role.ADMIN, "POST", "/api/v1/audit/logs", "{\"reason\": \"To see\"}", 409);
        get("/api/v1/projections", 200);
        call(Role.ADMIN, "POST", "/api/v1/projections/ghost-towns/rebuild", null, 202);
        call(Role.ADMIN, "POST", "/api/v1/projections/rebuild", null, 202);
        call(Role.ADMIN, "POST", "/api/v1/projections/nothing/rebuild", null, 404);
        isParkedAndReplayed();
        isTold();
        isAnswered();
    }

    /** As if its projection had failed at the beginning of a partnership. */
    private void isParkedAndReplayed() {
        headway.bean(JdbcClient.class)
                .sql(
                        """
                        insert into dead_letter
                        select 'people', stream, true, position, version, event_id, type,
                               'java.lang.IllegalStateException', 'PersonTable.store:31', 1, 0, now(), now(), null
                        from   event
                        where  type = 'PartnershipRegistered'
                        limit  1
                        """)
                .update();
        var letters =
                call(Role.AUDITOR, "GET", "/api/v1/dead-letters?projection=people", null, 200);
        var stream = letters.json().at("/items/0/stream").asString();
        var replay = "/api/v1/dead-letters/people/" + stream + "/replay";
        call(Role.MANAGER, "POST", replay, null, 403);
        call(Role.ADMIN, "POST", replay, null, 200);
        call(Role.ADMIN, "POST", replay, null, 404);
        call(Role.ADMIN, "POST", "/api/v1/dead-letters/people/replay", null, 202);
        call(Role.ADMIN, "POST", "/api/v1/dead-letters/nothing/replay", null, 404);
    }

    private void isTold() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !get("/api/v1/deliveries", 200).json().at("/items").isEmpty());
        var delivery =
                "/api/v1/deliveries/"
                        + get("/api/v1/deliveries?channel=team", 200)
                                .json()
                                .at("/items/0/id")
                                .asString();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !get(delivery, 200).json().at("/log/0/outcome").isMissingNode());
        call(Role.ADMIN, "POST", delivery + "/resend", null, 409);
        headway.bean(JdbcClient.class)
                .sql("update delivery set status = 'DEAD', last_error = 'given up'")
                .update();
        get("/api/v1/deliveries?status=DEAD", 200);
        get("/api/v1/deliveries?alert=none", 400);
        call(Role.ADMIN, "POST", delivery + "/resend", null, 200, "Idempotency-Key", "again");
        call(Role.ADMIN, "POST", delivery + "/resend", null, 200, "Idempotency-Key", "again");
        call(Role.MANAGER, "POST", delivery + "/resend", null, 403);
        get("/api/v1/channels", 200);
        call(Role.ADMIN, "POST", "/api/v1/channels/team/enablement", null, 200);
        call(Role.ADMIN, "POST", "/api/v1/channels/nowhere/enablement", null, 404);
    }

    private void isAnswered() {
        var first = get("/api/v1/alerts", 200).json().at("/items/0");
        var alert = "/api/v1/alerts/" + first.at("/id").asString();
        get(alert, 200);
        post(alert + "/acknowledgement", "{\"note\": \"I call them\"}", 200);
        post(
                alert + "/snooze",
                "{\"until\": \"%s\", \"reason\": \"They merge\"}".formatted(in(20)),
                200);
        post(
                alert + "/snooze",
                "{\"until\": \"%s\", \"reason\": \"They merge\"}".formatted(in(31)),
                400);
        post(alert + "/dismissal", "{\"reason\": \"Wrong\"}", 412, "If-Match", "\"1\"");
        post(alert + "/dismissal", "{\"reason\": \"Wrong\"}", 200);
        post(alert + "/acknowledgement", "{}", 409);
        get(alert, 200);
        get("/api/v1/rules", 200);
        get("/api/v1/partnerships/" + first.at("/partnershipId").asString() + "/history", 200);
        get("/api/v1/alerts/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", 404);
        post(
                "/api/v1/alerts/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11/dismissal",
                "{\"reason\": \"x\"}",
                404);
    }

    private void isSealed() {
        var event = get(reef + "/history", 200).json().at("/items/0/eventId").asString();
        await().atMost(Duration.ofSeconds(15))
                .until(
                        () ->
                                headway.as(Role.AUDITOR)
                                                .get("/api/v1/audit/proof/" + event)
                                                .status()
                                        == 200);
        for (var asked :
                List.of(
                        "proof/" + event,
                        "checkpoint",
                        "checkpoints?limit=1",
                        "key",
                        "tile/0/000.p/1",
                        "tile/entries/000.p/1",
                        "pack?quarter=2025-Q4",
                        "export?format=csv&from=2026-01-01&time=effective")) {
            call(Role.AUDITOR, "GET", "/api/v1/audit/" + asked, null, 200);
        }
        call(Role.AUDITOR, "GET", "/api/v1/audit/proof/nothing", null, 404);
        call(Role.AUDITOR, "GET", "/api/v1/audit/tile/9/999", null, 404);
        call(Role.AUDITOR, "GET", "/api/v1/audit/export?format=xml", null, 400);
        call(Role.MANAGER, "GET", "/api/v1/audit/export", null, 403);
        call(Role.AUDITOR, "GET", "/api/v1/audit/pack?quarter=soon", null, 400);
        call(Role.MANAGER, "GET", "/api/v1/audit/pack", null, 403);
        headway.superuser().sql("update sealed_log set position = position + 1000000").update();
        call(Role.ADMIN, "POST", "/api/v1/audit/logs", "{\"reason\": \"To see\"}", 201);
    }

    private void isRefused() {
        var nowhere = PARTNERSHIPS + "/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";
        get(nowhere, 404);
        get(nowhere + "/gate", 404);
        get(nowhere + "/history", 404);
        get(nowhere + "/next-steps", 404);
        get(nowhere + "/scorecard", 404);
        get(reef + "/gate?to=HEAVEN", 400);
        put("/seats/THRONE", "{\"holder\": \"Ada\", \"side\": \"OURS\"}", 404);
        put("/pattern", "{\"pattern\": \"FRIENDS\"}", 400);
        post(PARTNERSHIPS, "{\"name\": \" \", \"partner\": {}, \"more\": 1}", 400);
        post(PARTNERSHIPS, "{\"name\": \" \", \"partner\": {}}", 400);
        post(PARTNERSHIPS, "{", 400);
        post(reef + "/transitions", "{\"to\": \"PILOT\"}", 428);
        put("/rhythm", "{\"everyDays\": 7, \"forum\": \"A\"}", 412, "If-Match", "\"1\"");
        put("/rhythm", "{\"everyDays\": 7, \"forum\": \"A\"}", 400, "If-Match", "seven");
        put(
                "/rhythm",
                "{\"everyDays\": 7, \"forum\": \"A\", \"effectiveAt\": \"2999-01-01\"}",
                400);
        post(nowhere + "/touchpoints", "{\"kind\": \"MESSAGE\", \"summary\": \"Hello\"}", 404);
        post(step("0d6f0f0e-52a5-4c6e-8b0a-6f1f7a0c9d21", "drop"), "{\"reason\": \"No\"}", 404);
        post(PARTNERSHIPS, REEF, 201, "Idempotency-Key", "once");
        post(PARTNERSHIPS, REEF, 201, "Idempotency-Key", "once");
        post(PARTNERSHIPS, REEF + " ", 422, "Idempotency-Key", "once");
        post(PARTNERSHIPS, REEF, 400, "Idempotency-Key", "a b");
        send(
                Role.MANAGER,
                "PUT",
                reef + "/pattern",
                "text/plain",
                BodyPublishers.ofString("x"),
                415);
        get(PARTNERSHIPS, 400, "Headway-Position", "last");
        assertThat(headway.asNobody().get(reef).status()).isEqualTo(401);
        heard("GET", reef, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png, */*;q=0", "nonsense"})
    void whatever_a_caller_accepts_there_is_one_format(String accept) {
        var registered = headway.as(Role.MANAGER).post(PARTNERSHIPS, REEF, "Accept", accept);
        assertThat(registered.status()).isEqualTo(201);
        var path = PARTNERSHIPS + "/" + registered.json().at("/id").asString();
        var position = Long.toString(registered.position());
        var read = headway.as(Role.VIEWER);
        assertThat(read.get(path, "Accept", accept, "Headway-Position", position).status())
                .isEqualTo(200);
        assertThat(read.get("/api/v1/program", "Accept", accept).status()).isEqualTo(200);
        assertThat(read.get(PARTNERSHIPS + "/none", "Accept", accept).status()).isEqualTo(404);
    }

    @Test
    void what_scrapes_metrics_still_chooses_its_format() {
        var scraped = headway.as(Role.VIEWER).get("/actuator/prometheus", "Accept", "text/plain");
        assertThat(scraped.status()).isEqualTo(200);
        assertThat(scraped.header("Content-Type")).startsWith("text/plain");
    }

    private String plan(String side) {
        return post(
                        reef + "/steps",
                        """
                        {"title": "Train the desk", "owner": "Ada", "side": "%s", "dueOn": "%s"}
                        """
                                .formatted(side, in(8)),
                        201)
                .json()
                .at("/stepId")
                .asString();
    }

    private String owe() {
        return post(
                        reef + "/obligations",
                        """
                        {"what": "A support line", "owedTo": "Reef Ltd", "dueOn": "%s"}
                        """
                                .formatted(in(300)),
                        201)
                .json()
                .at("/obligationId")
                .asString();
    }

    private String waiver(String criterion) {
        return post(
                        reef + "/waivers",
                        """
                        {"criterion": "%s", "reason": "Their lawyers", "expiresOn": "%s"}
                        """
                                .formatted(criterion, in(90)),
                        201)
                .json()
                .at("/waiverId")
                .asString();
    }

    private void decide(String waiver, String decision, int expected) {
        tag =
                call(
                                Role.APPROVER,
                                "POST",
                                reef + "/waivers/" + waiver + "/decision",
                                "{\"decision\": \"%s\", \"reason\": \"Once\"}".formatted(decision),
                                expected)
                        .header("ETag");
    }

    private String step(String id, String what) {
        return reef + "/steps/" + id + "/" + what;
    }

    private String owed(String id, String what) {
        return reef + "/obligations/" + id + "/" + what;
    }

    private void move(String json, int expected) {
        post(reef + "/transitions", json, expected, "If-Match", tag);
    }

    private void put(String path, String json) {
        put(path, json, 200);
    }

    private void put(String path, String json, int expected, String... headers) {
        remember(call(Role.MANAGER, "PUT", reef + path, json, expected, headers));
    }

    private void delete(String path) {
        remember(call(Role.MANAGER, "DELETE", reef + path, null, 200));
    }

    private void post(String path, String json) {
        post(path, json, 200);
    }

    private void isCorrected() {
        var body = "{\"name\": \"Twice\", \"partner\": {\"name\": \"Twice\", \"type\": \"TELCO\"}}";
        var twice =
                "/api/v1/partnerships/"
                        + post("/api/v1/partnerships", body, 201).json().at("/id").asString();
        var why = "{\"reason\": \"A mistake\"}";
        call(Role.MANAGER, "PATCH", twice, "{\"name\": \"Once\"}", 200);
        var step =
                "{\"title\": \"Call\", \"owner\": \"Ada\", \"side\": \"OURS\", \"dueOn\": \"%s\"}";
        var planned =
                post(twice + "/steps", step.formatted(in(9)), 201).json().at("/stepId").asString();
        post(twice + "/steps/" + planned + "/completion", "{}", 200);
        post(twice + "/steps/" + planned + "/reopening", why, 200);
        var met = "{\"kind\": \"JOINT_CALL\", \"summary\": \"The wrong one\"}";
        var position = post(twice + "/touchpoints", met, 200).header("Headway-Position");
        var history =
                get(twice + "/history", 200, "Headway-Position", position).json().at("/items");
        var newest = history.get(history.size() - 1).at("/eventId").asString();
        var corrected = "{\"reason\": \"A mistake\", \"summary\": \"Another\"}";
        post(twice + "/history/" + newest + "/correction", corrected, 200);
        var registered = history.get(0).at("/eventId").asString();
        post(twice + "/history/" + registered + "/withdrawal", why, 409);
        var seat = history.get(2).at("/eventId").asString();
        post(twice + "/history/" + seat + "/withdrawal", why, 200);
        post(twice + "/voiding", why, 200);
        call(Role.MANAGER, "DELETE", twice + "/voiding", null, 200);
    }

    private void areListed() {
        get(PARTNERSHIPS + "/counts?segment=harbours", 200);
        get(PARTNERSHIPS + "/counts?criteriaHeldAtLeast=99", 400);
        get(PARTNERSHIPS + "?asOf=2999-01-01", 400);
        get("/api/v1/waivers?status=GRANTED&sort=expiresOn", 200);
        get("/api/v1/waivers?status=SOME", 400);
        for (var list : Set.of("/partnerships", "/alerts", "/next-steps", "/waivers")) {
            get("/api/v1" + list, 200, "Accept", "text/csv");
            get("/api/v1" + list + "?limit=5", 400, "Accept", "text/csv");
        }
        var bulk = "{\"action\": \"MOVE\", \"ids\": [\"%s\"], \"body\": {\"to\": \"PILOT\"}}";
        post("/api/v1/bulk", bulk.formatted(reef.substring(PARTNERSHIPS.length() + 1)), 200);
        post("/api/v1/bulk", "{\"action\": \"MOVE\", \"body\": {}}", 400);
        var view = "{\"name\": \"Mine\", \"list\": \"partnerships\", \"query\": \"%s\"}";
        var saved =
                "/api/v1/views/"
                        + post("/api/v1/views", view.formatted("stage=PILOT"), 201)
                                .json()
                                .at("/id")
                                .asString();
        post("/api/v1/views", view.formatted("stage=NONE"), 400);
        get("/api/v1/views?list=partnerships", 200);
        call(Role.MANAGER, "PUT", saved, view.formatted("owner=me"), 200);
        call(Role.VIEWER, "PUT", saved, view.formatted("owner=me"), 404);
        call(Role.MANAGER, "DELETE", saved, null, 200);
    }

    private void havePeople() {
        var accounts = new AccountsOverHttp(headway);
        accounts.becomeFirst("Mia Holm", "mia@n.example", "eleven herons over the canal");
        var body = "{\"name\": \"Ada\", \"email\": \"ada@n.example\", \"roles\": [\"VIEWER\"]}";
        var invited = call(Role.ADMIN, "POST", "/api/v1/people", body, 201);
        call(Role.ADMIN, "POST", "/api/v1/people", body, 409);
        var ada = "/api/v1/people/" + invited.json().at("/id").asString();
        get("/api/v1/people?q=ada", 200, "Headway-Position", invited.header("Headway-Position"));
        get(ada, 200, "Headway-Position", invited.header("Headway-Position"));
        get("/api/v1/me", 200);
        call(Role.ADMIN, "PUT", ada + "/roles", "{\"roles\": [\"MANAGER\"]}", 200);
        call(Role.ADMIN, "PUT", ada + "/roles", "{\"roles\": []}", 400);
        call(Role.ADMIN, "POST", ada + "/mail-address", "{\"email\": \"ada@n.test\"}", 200);
        call(Role.ADMIN, "POST", ada + "/mail-address", "{\"email\": \"ada@n\"}", 400);
        call(Role.ADMIN, "POST", ada + "/mail-address", "{\"email\": \"mia@n.example\"}", 409);
        call(Role.ADMIN, "POST", ada + "/disabling", "{\"reason\": \"Left\"}", 200);
        call(Role.ADMIN, "POST", ada + "/reset", null, 409);
        call(Role.ADMIN, "POST", ada + "/enabling", null, 200);
        call(Role.ADMIN, "POST", ada + "/reset", null, 200);
        var change =
                "{\"current\": \"eleven herons over the canal\", \"password\": \"a kettle never boils\"}";
        call(Role.ADMIN, "POST", "/api/v1/me/password", change, 409);
        call(Role.ADMIN, "POST", "/api/v1/me/sign-out", null, 409);
        var mia =
                headway.with(
                        accounts.tokens("mia@n.example", "eleven herons over the canal").access());
        assertThat(mia.post("/api/v1/me/password", change).status()).isEqualTo(200);
        heard("POST", "/api/v1/me/password", 200);
        assertThat(mia.post("/api/v1/me/sign-out", "").status()).isEqualTo(200);
        heard("POST", "/api/v1/me/sign-out", 200);
    }

    private void seeWhatIsShared() {
        var tern = PartnershipOverHttp.registered(headway.as(Role.MANAGER), clock(), "Tern");
        var ines = new PeopleOfPartners(headway).ofPartnershipsPartner(tern.path(), "Ines Duarte");
        assertThat(ines.caller().get("/api/v1/shared").status()).isEqualTo(200);
        heard("GET", "/api/v1/shared", 200);
        assertThat(ines.caller().get("/api/v1/shared/" + tern.id()).status()).isEqualTo(200);
        heard("GET", "/api/v1/shared/" + tern.id(), 200);
        get("/api/v1/shared", 403);
        var partner = headway.as(Role.VIEWER).get(tern.path()).json().at("/partnerId").asString();
        var bound = "{\"partnerId\": \"%s\"}".formatted(partner);
        var path = "/api/v1/people/" + ines.id() + "/partner";
        var me = get("/api/v1/me", 200).json().at("/id").asString();
        call(Role.ADMIN, "PUT", path, bound, 200);
        call(Role.ADMIN, "PUT", path, "{\"partnerId\": \"none\"}", 400);
        call(Role.ADMIN, "PUT", "/api/v1/people/" + me + "/partner", bound, 409);
        call(Role.ADMIN, "PUT", "/api/v1/people/nobody/partner", bound, 404);
        call(Role.MANAGER, "PUT", path, bound, 403);
    }

    private static Clock clock() {
        return headway.bean(Clock.class);
    }

    private void areForgotten() {
        var body = "{\"names\": [\"Noor Haddad\"], \"reason\": \"She asked for it\"}";
        var reason = "{\"reason\": \"Her contract runs\"}";
        call(Role.ADMIN, "POST", "/api/v1/erasures", "{\"reason\": \"Nobody\"}", 400);
        call(Role.MANAGER, "POST", "/api/v1/erasures", body, 403);
        var asked = call(Role.ADMIN, "POST", "/api/v1/erasures", body, 201);
        var erasure = "/api/v1/erasures/" + asked.json().at("/id").asString();
        call(Role.ADMIN, "POST", erasure + "/approval", null, 403);
        var approved = call(Role.APPROVER, "POST", erasure + "/approval", null, 200);
        call(Role.APPROVER, "POST", erasure + "/refusal", reason, 409);
        var again = call(Role.ADMIN, "POST", "/api/v1/erasures", body, 201);
        var other = "/api/v1/erasures/" + again.json().at("/id").asString();
        call(Role.APPROVER, "POST", other + "/refusal", "{}", 400);
        call(Role.APPROVER, "POST", other + "/refusal", reason, 200);
        call(Role.APPROVER, "POST", other + "/approval", null, 409);
        var seen = approved.header("Headway-Position");
        call(Role.AUDITOR, "GET", "/api/v1/erasures", null, 200, "Headway-Position", seen);
        call(Role.AUDITOR, "GET", erasure, null, 200, "Headway-Position", seen);
        call(Role.VIEWER, "GET", erasure, null, 403);
    }

    private void isKnown() {
        var me = get("/api/v1/me", 200).json().at("/id").asString();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> headway.as(Role.MANAGER).get("/api/v1/people/" + me).status() == 200);
        get("/api/v1/people/" + me, 200);
        get("/api/v1/people/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11", 404);
        get("/api/v1/people?q=mana", 200);
        var script = "{\"name\": \"Report\", \"roles\": [\"MANAGER\"], \"expiresOn\": \"%s\"}";
        var token =
                "/api/v1/tokens/"
                        + post("/api/v1/tokens", script.formatted(in(30)), 201)
                                .json()
                                .at("/id")
                                .asString();
        post("/api/v1/tokens", script.formatted(in(400)), 400);
        get("/api/v1/tokens", 200);
        var link = post("/api/v1/calendar-links", "{\"name\": \"My phone\"}", 201).json();
        post("/api/v1/calendar-links", "{\"name\": \" \"}", 400);
        get("/api/v1/calendar-links", 200);
        call(
                Role.MANAGER,
                "DELETE",
                "/api/v1/calendar-links/" + link.at("/id").asString(),
                null,
                200);
        call(Role.MANAGER, "DELETE", token, null, 200);
        call(Role.MANAGER, "DELETE", token, null, 404);
    }

    private void isReadElsewhere() {
        call(Role.AUDITOR, "GET", "/api/v1/events?limit=3", null, 200);
        call(Role.AUDITOR, "GET", "/api/v1/events?wait=61", null, 400);
        var crm = "/api/v1/webhooks/crm";
        var subscription = "{\"url\": \"http://127.0.0.1:9/crm\", \"types\": [\"%s\"]}";
        call(Role.ADMIN, "PUT", crm, subscription.formatted("PartnershipSunset"), 201);
        call(Role.ADMIN, "PUT", crm, subscription.formatted("SeatFilled"), 200);
        call(Role.ADMIN, "PUT", crm, subscription.formatted("Nothing"), 400);
        call(Role.ADMIN, "POST", crm + "/pause", null, 200);
        call(Role.ADMIN, "POST", crm + "/resumption", null, 200);
        call(Role.ADMIN, "POST", crm + "/replay", "{\"after\": 0}", 200);
        call(Role.ADMIN, "POST", crm + "/secret", null, 200);
        call(Role.AUDITOR, "GET", "/api/v1/webhooks", null, 200);
        call(Role.AUDITOR, "GET", crm, null, 200);
        call(Role.MANAGER, "GET", crm, null, 403);
        call(Role.ADMIN, "DELETE", crm, null, 200);
        call(Role.ADMIN, "POST", crm + "/pause", null, 404);
    }

    private Answered post(String path, String json, int expected, String... headers) {
        var answer = call(Role.MANAGER, "POST", path, json, expected, headers);
        remember(answer);
        return answer;
    }

    private void remember(Answered answer) {
        if (!answer.header("ETag").isEmpty()) {
            tag = answer.header("ETag");
        }
        if (answer.position() > 0) {
            position = Long.toString(answer.position());
        }
    }

    private Answered get(String path, int expected, String... headers) {
        return call(
                Role.VIEWER,
                "GET",
                path,
                null,
                expected,
                headers.length > 0 ? headers : new String[] {"Headway-Position", position});
    }

    private void upload(String query, String csv, int expected) {
        remember(
                send(
                        Role.ADMIN,
                        "POST",
                        "/api/v1/imports" + query,
                        "text/csv",
                        BodyPublishers.ofString(csv),
                        expected));
    }

    private Answered call(
            Role role,
            String method,
            String path,
            @Nullable String json,
            int expected,
            String... headers) {
        return send(
                role,
                method,
                path,
                json == null ? null : "application/json",
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                expected,
                headers);
    }

    private Answered send(
            Role role,
            String method,
            String path,
            @Nullable String type,
            BodyPublisher body,
            int expected,
            String... headers) {
        var answer = headway.as(role).send(method, path, type, body, headers);
        assertThat(answer.status())
                .as(method + " " + path + "\n" + answer.text())
                .isEqualTo(expected);
        heard(method, path, expected);
        return answer;
    }

    private void heard(String method, String path, int status) {
        var operation =
                OpenApiContract.ofHeadway()
                        .operation(method, path.replaceAll("\\?.*", ""))
                        .orElseThrow(() -> new AssertionError("Nothing is called by " + path));
        heard.computeIfAbsent(operation, _ -> new HashSet<>()).add(status);
    }

    private static String in(int days) {
        return headway.bean(Clock.class).instant().plus(Duration.ofDays(days)).toString();
    }
}
