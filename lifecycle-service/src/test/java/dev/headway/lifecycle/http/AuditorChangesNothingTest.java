package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An auditor sees all of the audit and changes nothing: every command there is is tried. */
class AuditorChangesNothingTest {

    /** What everybody may do, about themselves alone. */
    private static final List<String> ABOUT_ONESELF =
            List.of(
                    "POST /api/v1/views",
                    "PUT /api/v1/views/{id}",
                    "DELETE /api/v1/views/{id}",
                    "POST /api/v1/me/password",
                    "POST /api/v1/me/sign-out",
                    "PUT /api/v1/people/{id}/chat-handles",
                    "POST /api/v1/tokens",
                    "DELETE /api/v1/tokens/{id}",
                    "POST /api/v1/calendar-links",
                    "DELETE /api/v1/calendar-links/{id}");

    private static RunningHeadway headway;
    private static EventLog log;
    private static final OpenApiContract contract = OpenApiContract.ofHeadway();
    private static Caller auditor;
    private static PartnershipOverHttp reef;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        log = headway.bean(EventLog.class);
        auditor = headway.as(Role.AUDITOR);
        reef =
                PartnershipOverHttp.registered(headway.as(Role.MANAGER), Clock.systemUTC(), "Reef")
                        .inPilot();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void every_command_is_refused_and_leaves_no_trace() {
        var bodies =
                new DocumentedBodies(contract, reef.id(), log.after(0, 1).getFirst().eventId());
        auditor.get("/api/v1/me");
        var before = log.head();
        var commands = commands().filter(each -> !mayBeSentBy("auditor", each)).toList();

        for (var command : commands) {
            var answer =
                    auditor.send(
                            command.method(),
                            bodies.path(command),
                            "application/json",
                            BodyPublishers.ofString(body(command)),
                            "If-Match",
                            reef.etag());
            assertThat(answer.status()).as("%s: %s", command, answer.text()).isEqualTo(403);
        }

        assertThat(commands).hasSizeGreaterThan(50);
        assertThat(log.after(before, 10)).isEmpty();
    }

    @Test
    void what_an_auditor_may_do_is_about_oneself() {
        assertThat(commands().filter(each -> mayBeSentBy("auditor", each)).map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(ABOUT_ONESELF);
    }

    @Test
    void all_of_the_audit_is_answered_and_only_the_asking_is_recorded() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> auditor.get("/api/v1/audit/checkpoint").status() == 200);
        headway.awaitProjections();
        var before = log.head();
        var now = Instant.now();

        for (var question :
                List.of(
                        "/api/v1/audit/entries?kind=status-change&partnership=" + reef.id(),
                        "/api/v1/audit/entries?actor=me&channel=API&time=effective&from=2026-01-01",
                        "/api/v1/audit/export",
                        "/api/v1/audit/pack",
                        "/api/v1/audit/checkpoints",
                        "/api/v1/audit/key",
                        reef.path() + "/history",
                        reef.path() + "?asOf=" + now,
                        reef.path() + "?asOf=" + now + "&asOfTime=effective",
                        "/api/v1/partnerships?asOf=" + now,
                        "/api/v1/partnerships?asOf=" + now + "&asOfTime=effective",
                        "/api/v1/program?asOf=" + now)) {
            var answer = auditor.withoutContract().get(question);
            assertThat(answer.status()).as("%s: %s", question, answer.text()).isEqualTo(200);
        }

        assertThat(log.after(before, 100))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.event()).isInstanceOf(AuditEvent.class));
    }

    private static Stream<Operation> commands() {
        return contract.operations().stream()
                .filter(each -> !each.method().equals("GET"))
                .filter(each -> each.documented().has("x-roles"));
    }

    private static boolean mayBeSentBy(String role, Operation operation) {
        return operation
                .documented()
                .at("/x-roles")
                .valueStream()
                .anyMatch(each -> each.asString().equals(role));
    }

    private static String body(Operation operation) {
        var json = operation.documented().at("/requestBody/content/application~1json");
        var example =
                json.has("example")
                        ? json.at("/example")
                        : json.path("examples").path(0).path("value");
        return example.isObject() ? example.toString() : "{}";
    }
}
