package dev.headway.lifecycle.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * No required field of an entry is empty, whatever was changed, by whom and by which door; and
 * moves are found exactly. A thousand changes in every build, and a hundred thousand with {@code
 * -Dheadway.audited.changes=100000}.
 */
class AuditedChangesTest {

    private static final int CHANGES = Integer.getInteger("headway.audited.changes", 1_000);
    private static final String ENTRIES = "/api/v1/audit/entries";

    private static RunningHeadway headway;
    private static Caller manager;
    private static Caller approver;
    private static Caller admin;
    private static Caller auditor;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        approver = headway.as(Role.APPROVER);
        admin = headway.as(Role.ADMIN);
        auditor = headway.as(Role.AUDITOR).withoutContract();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void no_required_field_is_empty_and_moves_are_found_exactly() {
        changeThePolicyPeopleAndProjections();
        importHistory();
        answerAlerts();
        changePartnerships();
        headway.awaitProjections();
        var stored = events("true");

        var seen = new HashSet<String>();
        forEach(
                "",
                entry -> {
                    CompleteEntry.assertComplete(entry);
                    assertThat(seen.add(entry.at("/eventId").asString())).isTrue();
                });
        assertThat(seen).containsAll(stored).hasSizeGreaterThanOrEqualTo(CHANGES);

        var moves = new HashSet<String>();
        forEach("&kind=status-change", entry -> moves.add(entry.at("/eventId").asString()));
        assertThat(moves)
                .isEqualTo(
                        events(
                                """
                                type in ('PilotStarted', 'PartnershipLaunched',
                                         'PartnershipScaled', 'PartnershipSunset',
                                         'PartnershipSteppedBack', 'PartnershipRevived',
                                         'MoveRefused')
                                """));
    }

    private static void changeThePolicyPeopleAndProjections() {
        var program = admin.get("/api/v1/program").text().replace("P60D", "P61D");
        assertThat(admin.put("/api/v1/program", program).status()).isEqualTo(200);
        var person =
                admin.post(
                                "/api/v1/people",
                                """
                                {"name": "Ines Vale", "email": "ines@headway.example",
                                 "roles": ["VIEWER"]}
                                """)
                        .json()
                        .at("/id")
                        .asString();
        admin.put("/api/v1/people/" + person + "/roles", "{\"roles\": [\"MANAGER\"]}");
        admin.post("/api/v1/people/" + person + "/disabling", "{\"reason\": \"left\"}");
        forget(person);
        manager.post("/api/v1/calendar-links", "{\"name\": \"Phone\"}");
        manager.post(
                "/api/v1/tokens",
                "{\"name\": \"script\", \"roles\": [\"VIEWER\"], \"expiresOn\": \"%s\"}"
                        .formatted(Clock.systemUTC().instant().plusSeconds(86_400)));
        admin.post("/api/v1/projections/people/rebuild", "");
        admin.post("/api/v1/dead-letters/people/replay", "");
        auditor.get("/api/v1/audit/pack");
    }

    private static void forget(String person) {
        var asked =
                admin.post(
                        "/api/v1/erasures",
                        """
                        {"personId": "%s", "names": ["I. Vale"], "reason": "She asked"}
                        """
                                .formatted(person));
        var erasure = "/api/v1/erasures/" + asked.json().at("/id").asString();
        assertThat(approver.post(erasure + "/approval", "").status()).isEqualTo(200);
    }

    private static void importHistory() {
        var csv =
                new StringBuilder(
                        "externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt\n");
        for (int row = 0; row < CHANGES / 20; row++) {
            csv.append(
                    "old-%d,Old %d,Old Ltd,TELCO,2020-01-01,2020-02-01,2020-03-01\n"
                            .formatted(row, row));
        }
        var imported =
                admin.send(
                        "POST",
                        "/api/v1/imports",
                        "text/csv",
                        BodyPublishers.ofString(csv.toString()));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
    }

    /** What was imported has been quiet for years. */
    private static void answerAlerts() {
        var alerts = "/api/v1/alerts?status=OPEN&limit=3";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> manager.get(alerts).json().at("/items").size() == 3);
        var open = manager.get(alerts).json().at("/items");
        var until = Clock.systemUTC().instant().plus(Duration.ofDays(3));
        answer(open.get(0), "/acknowledgement", "{}");
        answer(open.get(1), "/snooze", "{\"until\":\"%s\",\"reason\":\"fair\"}".formatted(until));
        answer(open.get(2), "/dismissal", "{\"reason\":\"known\"}");
    }

    private static void answer(JsonNode alert, String how, String body) {
        var answer = manager.post("/api/v1/alerts/" + alert.at("/id").asString() + how, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** From several callers at once, until there are enough. */
    private static void changePartnerships() {
        var log = headway.bean(EventLog.class);
        var number = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<CompletableFuture<Void>>();
            for (int caller = 0; caller < 4; caller++) {
                running.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    do {
                                        live("Reef " + number.incrementAndGet());
                                    } while (log.head() < CHANGES);
                                },
                                callers));
            }
            running.forEach(CompletableFuture::join);
        }
    }

    /** A partnership through every move there is, with a waiver in the place of a criterion. */
    private static void live(String name) {
        var of = PartnershipOverHttp.registered(manager, Clock.systemUTC(), name);
        of.move("PILOT");
        of.move("SCALED");
        of.inPilot().readyForLaunch();
        manager.put(
                of.path() + "/seams/ONBOARDING", "{\"verdict\":\"FAIL\",\"evidence\":\"drill\"}");
        var waiver =
                manager.post(
                                of.path() + "/waivers",
                                "{\"criterion\":\"seams-pass\",\"reason\":\"in May\",\"expiresOn\":\"%s\"}"
                                        .formatted(
                                                Clock.systemUTC().instant().plusSeconds(864_000)))
                        .json()
                        .at("/waiverId")
                        .asString();
        var granted =
                approver.post(
                        of.path() + "/waivers/" + waiver + "/decision",
                        "{\"decision\":\"GRANTED\",\"reason\":\"small risk\"}");
        of.refresh(granted.position());
        assertThat(of.move("LAUNCH").status()).isEqualTo(200);
        assertThat(of.move("PILOT").status()).isEqualTo(200);
        of.move("SUNSET");
        of.move("PROSPECT");
        manager.post(of.path() + "/voiding", "{\"reason\": \"a twin\"}");
    }

    private static void forEach(String filters, Consumer<JsonNode> check) {
        var cursor = "";
        do {
            var page = auditor.get(ENTRIES + "?limit=200" + filters + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().at("/items").forEach(check);
            var next = page.json().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
    }

    private static Set<String> events(String condition) {
        return new HashSet<>(
                headway.bean(JdbcClient.class)
                        .sql("select event_id from event where " + condition)
                        .query(String.class)
                        .list());
    }
}
