package dev.headway.lifecycle.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The program on one page tells what is new of it since the last quarter. */
class CharterTest {

    private static final String PROGRAM = "/api/v1/program";
    private static DrivenClock clock;
    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-08-20T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void what_changed_in_this_quarter_is_new_and_what_changed_before_is_not() {
        var untouched = charter();
        assertThat(untouched.at("/version").asInt()).isZero();
        assertThat(untouched.has("since")).isFalse();
        assertThat(untouched.has("why")).isFalse();
        assertThat(untouched.at("/before").toString())
                .isEqualTo(
                        """
                        {"quarter":"2026-Q2","until":"2026-07-01T00:00:00Z","version":0}""");
        assertThat(untouched.at("/changes").isEmpty()).isTrue();

        var program = program();
        program.put("why", "Harbours buy from whom they know");
        program.putArray("disqualifiers")
                .addObject()
                .put("id", "no-sponsor")
                .put("statement", "Nobody wants it");
        put(program);
        assertThat(charter().at("/changes").toString())
                .isEqualTo(
                        """
                        [{"setting":"/disqualifiers/no-sponsor/statement","to":"Nobody wants it"},\
                        {"setting":"/why","to":"Harbours buy from whom they know"}]""");

        clock.advance(Duration.ofDays(60));
        assertThat(charter().at("/changes").isEmpty()).isTrue();
        assertThat(charter().at("/before/quarter").asString()).isEqualTo("2026-Q3");
        ((ObjectNode) program.at("/thresholds")).put("ghost-town", "P45D");
        program.putArray("disqualifiers");
        program.putObject("playbooks")
                .putObject("RESELL")
                .putArray("LAUNCH")
                .addObject()
                .put("title", "Train their sales")
                .put("side", "OURS")
                .put("afterDays", 14);
        put(program);

        var charter = charter();
        assertThat(charter.at("/version").asInt()).isEqualTo(2);
        assertThat(charter.at("/before/version").asInt()).isOne();
        assertThat(Instant.parse(charter.at("/since").asString())).isEqualTo(clock.instant());
        assertThat(charter.at("/why").asString()).isEqualTo("Harbours buy from whom they know");
        assertThat(charter.at("/changes").toString())
                .isEqualTo(
                        """
                        [{"setting":"/thresholds/ghost-town","from":"P60D","to":"P45D"},\
                        {"setting":"/playbooks/RESELL/LAUNCH/Train their sales/side","to":"OURS"},\
                        {"setting":"/playbooks/RESELL/LAUNCH/Train their sales/afterDays","to":"14"},\
                        {"setting":"/disqualifiers/no-sponsor/statement","from":"Nobody wants it"}]""");
    }

    private static JsonNode charter() {
        return headway.as(Role.VIEWER).get(PROGRAM + "/charter").json();
    }

    private static ObjectNode program() {
        return (ObjectNode) headway.as(Role.ADMIN).get(PROGRAM).json();
    }

    private static void put(ObjectNode program) {
        assertThat(headway.as(Role.ADMIN).put(PROGRAM, program.toString()).status()).isEqualTo(200);
    }
}
