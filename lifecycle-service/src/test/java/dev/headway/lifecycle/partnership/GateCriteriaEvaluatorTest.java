package dev.headway.lifecycle.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An expired waiver alerts while the gates' own rules say that its criterion is unmet. */
class GateCriteriaEvaluatorTest {

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
    void an_expired_waiver_alerts_until_what_it_excused_is_there() {
        var late = PartnershipOverHttp.registered(manager, clock, "Late").inPilot();
        var early = PartnershipOverHttp.registered(manager, clock, "Early").inPilot();
        waived(late);
        waived(early);
        agreed(early);
        clock.advance(Duration.ofDays(20));

        await().atMost(Duration.ofSeconds(30)).until(() -> alertsOf(late, "OPEN") == 1);
        assertThat(alertsOf(early, "OPEN")).isZero();

        var position = agreed(late);
        assertThat(alertsOf(late, "RESOLVED", "Headway-Position", Long.toString(position)))
                .isEqualTo(1);
    }

    @Test
    void a_history_so_long_that_it_has_a_snapshot_is_watched_from_its_first_event() {
        var partner = PartnershipOverHttp.registered(manager, clock, "Long").inPilot();
        waived(partner);
        for (int n = 0; n < 110; n++) {
            partner.touchpoint();
        }
        await().until(() -> hasSnapshot(partner));
        clock.advance(Duration.ofDays(20));
        var position = partner.touchpoint().position();

        assertThat(alertsOf(partner, "OPEN", "Headway-Position", Long.toString(position)))
                .isEqualTo(1);
    }

    private void waived(PartnershipOverHttp partner) {
        var asked =
                manager.post(
                        partner.path() + "/waivers",
                        """
                        {"criterion": "rhythm-agreed", "reason": "Holidays", "expiresOn": "%s"}
                        """
                                .formatted(clock.instant().plus(Duration.ofDays(20))));
        assertThat(asked.status()).isEqualTo(201);
        var decided =
                headway.as(Role.APPROVER)
                        .post(
                                partner.path()
                                        + "/waivers/"
                                        + asked.json().at("/waiverId").asString()
                                        + "/decision",
                                "{\"decision\": \"GRANTED\", \"reason\": \"Once\"}");
        assertThat(decided.status()).isEqualTo(200);
    }

    private long agreed(PartnershipOverHttp partner) {
        return manager.put(partner.path() + "/rhythm", "{\"everyDays\": 14, \"forum\": \"A call\"}")
                .position();
    }

    private static boolean hasSnapshot(PartnershipOverHttp partner) {
        return headway.bean(JdbcClient.class)
                .sql("select exists (select from snapshot where stream = :id)")
                .param("id", partner.id())
                .query(Boolean.class)
                .single();
    }

    private int alertsOf(PartnershipOverHttp partner, String status, String... headers) {
        return manager.get(
                        "/api/v1/alerts?rule=waiver-expired&status="
                                + status
                                + "&partnership="
                                + partner.id(),
                        headers)
                .json()
                .at("/items")
                .size();
    }
}
