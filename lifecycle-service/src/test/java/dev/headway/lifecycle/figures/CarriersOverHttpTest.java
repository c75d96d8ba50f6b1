package dev.headway.lifecycle.figures;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

/** Who carries a partnership, and who would leave most behind. */
class CarriersOverHttpTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static Caller manager;
    private static Caller approver;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        approver = headway.as(Role.APPROVER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void whoever_moved_it_carries_it_for_ninety_days() {
        var amber = PartnershipOverHttp.registered(manager, clock, "Amber").launched();
        var alone = carried(amber, amber.touchpoint());
        assertThat(alone.at("/fewest").asInt()).isOne();
        assertThat(alone.at("/firstShare").asInt()).isOne();
        assertThat(alone.at("/people/0/name").asString()).isEqualTo("manager");
        assertThat(alone.at("/people/0/events").size()).isEqualTo(alone.at("/motions").asInt());
        assertThat(alone.at("/people").valueStream())
                .anyMatch(each -> each.at("/seats/0").asString("").equals("SUPPORT"));
        var carriers = carriers();
        assertThat(carriers.at("/carriedByOne").asInt()).isOne();
        assertThat(carriers.at("/people/0/partnershipIds/0").asString()).isEqualTo(amber.id());

        var called = touched(approver, amber);
        for (var more = 1; more < alone.at("/motions").asInt(); more++) {
            called = touched(approver, amber);
        }
        var shared = carried(amber, called);
        assertThat(shared.at("/fewest").asInt()).isEqualTo(2);
        assertThat(shared.at("/firstShare").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(carriers().at("/carriedByOne").asInt()).isZero();

        var one = shared.at("/people/1/events/0").asString();
        var withdrawn =
                manager.post(
                        amber.path() + "/history/" + one + "/withdrawal",
                        "{\"reason\":\"it never was\"}");
        assertThat(withdrawn.status()).as(withdrawn.text()).isIn(200, 409);
        clock.advance(Duration.ofDays(91));
        var later = carried(amber, called);
        assertThat(later.at("/motions").asInt()).isZero();
        assertThat(later.at("/fewest").asInt()).isZero();
        assertThat(later.has("firstShare")).isFalse();
        var then = amber.get("?asOf=" + clock.instant().minus(Duration.ofDays(90))).json();
        assertThat(then.at("/carriedBy/fewest").asInt()).isEqualTo(2);
    }

    private static Caller.Answered touched(Caller caller, PartnershipOverHttp partnership) {
        clock.advance(Duration.ofSeconds(1));
        var told =
                caller.post(
                        partnership.path() + "/touchpoints",
                        "{\"kind\":\"JOINT_CALL\",\"summary\":\"a call\"}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        return told;
    }

    private static JsonNode carried(PartnershipOverHttp partnership, Caller.Answered after) {
        return partnership
                .get("", "Headway-Position", after.header("Headway-Position"))
                .json()
                .at("/carriedBy");
    }

    private static JsonNode carriers() {
        headway.awaitProjections();
        return headway.as(Role.VIEWER).get("/api/v1/portfolio/carriers").json();
    }
}
