package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gate, portfolio and alert count the same measurements for the same claim. */
class OneClaimEverywhereTest {

    private static RunningHeadway headway;
    private static Caller manager;
    private static PartnershipOverHttp reef;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
        reef = PartnershipOverHttp.registered(manager, Clock.systemUTC(), "Reef").launched();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void another_metric_is_another_claim_in_gate_portfolio_and_alert_and_another_target_is_not() {
        claimed("win rate", "percent", 30);
        measured(31);
        isSettled("2 of 2 measurements, latest 31", measured(31));

        isUnsettled("0 of 2 measurements; 2 of other claims", claimed("reach", "percent", 30));
        isUnsettled("0 of 2 measurements; 2 of other claims", claimed("win rate", "points", 30));
        isUnsettled("2 of 2 measurements, latest 31", claimed("win rate", "percent", 32));
        isSettled("2 of 2 measurements, latest 31", claimed("Win  RATE", "percent", 29));
    }

    private static void isSettled(String have, String position) {
        assertThat(criterion().at("/met").asBoolean()).isTrue();
        assertThat(criterion().at("/have").asString()).isEqualTo(have);
        assertThat(claims(position)).isEqualTo("{\"settled\":1,\"unsettled\":0,\"overdue\":0}");
        await().untilAsserted(() -> assertThat(openAlerts()).isZero());
    }

    private static void isUnsettled(String have, String position) {
        assertThat(criterion().at("/met").asBoolean()).isFalse();
        assertThat(criterion().at("/have").asString()).isEqualTo(have);
        assertThat(claims(position)).isEqualTo("{\"settled\":0,\"unsettled\":1,\"overdue\":1}");
        await().untilAsserted(() -> assertThat(openAlerts()).isOne());
    }

    /** For a day that has long been over. */
    private static String claimed(String metric, String unit, int target) {
        var answer =
                manager.put(
                        reef.path() + "/leverage-claim",
                        """
                        {"mechanism": "WIN_RATE", "why": "Joint proposals win.", "dueOn": "2026-01-31",
                         "metric": {"name": "%s", "unit": "%s", "baseline": 18, "target": %d}}
                        """
                                .formatted(metric, unit, target));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("Headway-Position");
    }

    private static String measured(int value) {
        var answer =
                manager.post(
                        reef.path() + "/measurements",
                        "{\"value\": %d, \"evidence\": \"Order log\"}".formatted(value));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.header("Headway-Position");
    }

    private static JsonNode criterion() {
        return manager.get(reef.path() + "/gate?to=SCALED")
                .json()
                .at("/criteria")
                .valueStream()
                .filter(criterion -> criterion.at("/id").asString().equals("leverage-proved"))
                .findFirst()
                .orElseThrow();
    }

    private static String claims(String position) {
        return manager.get("/api/v1/portfolio", "Headway-Position", position)
                .json()
                .at("/claims")
                .toString();
    }

    private static int openAlerts() {
        return manager.get(
                        "/api/v1/alerts?rule=claim-unsettled&status=OPEN&partnership=" + reef.id())
                .json()
                .at("/items")
                .size();
    }
}
