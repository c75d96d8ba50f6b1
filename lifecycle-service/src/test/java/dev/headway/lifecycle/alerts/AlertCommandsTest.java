package dev.headway.lifecycle.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People's answers to alerts, over HTTP, as commands that the audit has. */
class AlertCommandsTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;

    private static Caller manager;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void an_answer_is_in_the_alert_in_the_history_and_in_the_audit_and_not_in_the_version() {
        var partner = ghostTown("Acme");
        var version = partner.etag();
        var alert = alertOf(partner);

        var answered = manager.post(alert + "/acknowledgement", "{\"note\": \"I call them\"}");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.json().at("/status").asString()).isEqualTo("ACKNOWLEDGED");
        var position = Long.toString(answered.position());
        var shown = manager.get(alert, "Headway-Position", position);
        assertThat(shown.header("ETag")).isEqualTo("\"1\"").isEqualTo(answered.header("ETag"));
        assertThat(shown.json().at("/owner").asString())
                .isEqualTo(answered.json().at("/owner").asString())
                .isNotEmpty();
        assertThat(shown.json().at("/answer").asString()).isEqualTo("I call them");
        assertThat(shown.json().at("/why").asString())
                .isEqualTo(
                        "Acme is a ghost town: counted from %s (PilotStarted), due after 60 days",
                        clock.instant().minus(Duration.ofDays(60)));

        assertThat(types(manager.get(partner.path() + "/history", "Headway-Position", position)))
                .contains("AlertAcknowledged");
        assertThat(partner.get("", "Headway-Position", position).header("ETag")).isEqualTo(version);
        assertThat(
                        types(
                                headway.as(Role.AUDITOR)
                                        .get("/api/v1/audit/entries?kind=AlertAcknowledged")))
                .contains("AlertAcknowledged");
        assertThat(partner.get("?asOf=" + clock.instant()).status())
                .as("the past is told from the partnership's events alone")
                .isEqualTo(200);
    }

    @Test
    void the_same_answer_twice_is_quiet_success_and_another_one_counts() {
        var alert = alertOf(ghostTown("Globex"));
        var first = manager.post(alert + "/acknowledgement", "{}");
        manager.get(alert, "Headway-Position", Long.toString(first.position()));
        assertThat(manager.post(alert + "/acknowledgement", "").header("ETag")).isEqualTo("\"1\"");
        assertThat(headway.as(Role.APPROVER).post(alert + "/acknowledgement", "{}").header("ETag"))
                .as("somebody else takes it over")
                .isEqualTo("\"2\"");
    }

    @Test
    void a_snooze_lasts_thirty_days_at_most_and_not_into_the_past() {
        var alert = alertOf(ghostTown("Initech"));
        for (var wrong : List.of(Duration.ZERO, Duration.ofDays(30).plusMillis(1))) {
            var refused = snooze(alert, wrong);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/until");
        }
        assertThat(snooze(alert, Duration.ofDays(30)).status()).isEqualTo(200);
        assertThat(manager.post(alert + "/snooze", "{\"until\": \"2026-12-01\"}").status())
                .as("without a reason")
                .isEqualTo(400);
        assertThat(manager.post(alert + "/dismissal", "{\"reason\": \"\u00a0\u2800\"}").status())
                .as("with a reason that nobody sees")
                .isEqualTo(400);
    }

    @Test
    void what_is_over_cannot_be_answered() {
        var partner = ghostTown("Umbrella");
        var alert = alertOf(partner);
        var moved = partner.touchpoint();
        manager.get(alert, "Headway-Position", Long.toString(moved.position()));

        var refused = manager.post(alert + "/acknowledgement", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString()).contains("resolved");
        assertThat(dismiss(alert).status()).isEqualTo(409);
    }

    @Test
    void a_dismissal_is_final_and_repeating_it_is_quiet_success() {
        var alert = alertOf(ghostTown("Wayne"));
        assertThat(dismiss(alert).status()).isEqualTo(200);
        assertThat(dismiss(alert).header("ETag")).isEqualTo("\"1\"");
        assertThat(manager.post(alert + "/acknowledgement", "{}").status()).isEqualTo(409);
    }

    @Test
    void a_stale_version_loses_and_a_repeated_key_is_answered_byte_for_byte() {
        var alert = alertOf(ghostTown("Stark"));
        var body = "{\"note\": \"Mine\"}";
        var first = manager.post(alert + "/acknowledgement", body, "Idempotency-Key", "k");
        var again = manager.post(alert + "/acknowledgement", body, "Idempotency-Key", "k");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(dismissIf(alert, "\"0\"").status()).isEqualTo(412);
        assertThat(dismissIf(alert, "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void nobody_answers_what_is_not_there_or_without_the_role() {
        assertThat(manager.post("/api/v1/alerts/nonsense/acknowledgement", "{}").status())
                .isEqualTo(404);
        var nowhere = "/api/v1/alerts/5b0c6a34-7a3f-4f0f-9d1c-2f6f0a1f7c11";
        assertThat(manager.post(nowhere + "/acknowledgement", "{}").status()).isEqualTo(404);
        assertThat(manager.post(nowhere + "/acknowledgement", "{}").status())
                .as("asking again is no different")
                .isEqualTo(404);
        var alert = alertOf(ghostTown("Hooli"));
        for (var role : List.of(Role.VIEWER, Role.AUDITOR, Role.ADMIN)) {
            assertThat(headway.as(role).post(alert + "/acknowledgement", "{}").status())
                    .isEqualTo(403);
        }
        var id = alert.substring(alert.lastIndexOf('/') + 1);
        assertThat(
                        manager.post(
                                        "/api/v1/partnerships/" + id + "/touchpoints",
                                        "{\"kind\":\"MESSAGE\",\"summary\":\"Hello\"}")
                                .status())
                .as("an alert is no partnership")
                .isEqualTo(404);
    }

    /** In pilot, and quiet for long enough. */
    private PartnershipOverHttp ghostTown(String name) {
        var partner = PartnershipOverHttp.registered(manager, clock, name).inPilot();
        clock.advance(Duration.ofDays(60));
        return partner;
    }

    private String alertOf(PartnershipOverHttp partner) {
        var question = "/api/v1/alerts?rule=ghost-town&partnership=" + partner.id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> manager.get(question).json().at("/items/0/id").isString());
        return "/api/v1/alerts/" + manager.get(question).json().at("/items/0/id").asString();
    }

    private Caller.Answered snooze(String alert, Duration time) {
        return manager.post(
                alert + "/snooze",
                "{\"until\": \"%s\", \"reason\": \"Merging\"}"
                        .formatted(clock.instant().plus(time)));
    }

    private Caller.Answered dismiss(String alert) {
        return manager.post(alert + "/dismissal", "{\"reason\": \"Wrong\"}");
    }

    private Caller.Answered dismissIf(String alert, String version) {
        return manager.post(alert + "/dismissal", "{\"reason\": \"Wrong\"}", "If-Match", version);
    }

    private static List<String> types(Caller.Answered page) {
        return page.json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/type"))
                .map(JsonNode::asString)
                .toList();
    }
}
