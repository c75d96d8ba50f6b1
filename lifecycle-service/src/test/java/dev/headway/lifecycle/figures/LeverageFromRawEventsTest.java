package dev.headway.lifecycle.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.SharedData;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every figure of leverage over real lifecycles with seeded motion, corrections and voidings,
 * beside the same figure from the stored rows.
 */
class LeverageFromRawEventsTest {

    private static final long SEED = 20_261_130;

    private static RunningHeadway headway;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void every_sum_is_what_the_rows_add_up_to() throws Exception {
        var file = SharedData.file("cncf-import.csv");
        assumeThat(file).exists();
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofFile(file));
        var now = Instant.now(headway.bean(Clock.class));
        var motion = new SeededMotion(headway, SEED, now);
        var partnerships = partnerships();
        partnerships.subList(0, 60).forEach(each -> motion.of(each, 14));
        headway.awaitProjections();
        assertEqual(asked(), new PlainLeverage(histories(), now));
        assertThat(motion.taken()).isGreaterThan(300);
        assertThat(asked().at("/total/sums").size()).isEqualTo(3);

        var before = asked().at("/total/wins").asInt();
        for (var each : partnerships.subList(0, 12)) {
            headway.as(Role.MANAGER)
                    .post(
                            "/api/v1/partnerships/" + each + "/voiding",
                            "{\"reason\":\"registered twice\"}");
        }
        headway.awaitProjections();
        var fewer = new PlainLeverage(histories(), now);
        assertThat(fewer.wins()).isPositive().isLessThan(before);
        assertEqual(asked(), fewer);
    }

    private static void assertEqual(JsonNode answer, PlainLeverage plain) {
        assertThat(said(answer.at("/total"))).isEqualTo(plain.sums("", ""));
        for (var group : List.of("mechanism", "pattern", "partner", "quarter")) {
            var told = answer.at("/" + group + "s");
            for (var each : told) {
                assertThat(said(each))
                        .as(group + " " + each)
                        .isEqualTo(plain.sums(group, each.path("of").asString("")));
            }
            assertThat(told.valueStream().mapToInt(each -> each.path("wins").asInt()).sum())
                    .as(group)
                    .isEqualTo(answer.at("/total/wins").asInt());
        }
        assertThat(claims(answer)).isEqualTo(plain.claims());
    }

    /** As "EUR 12.30 = 1.30 + 11 + 0". */
    private static List<String> said(JsonNode sum) {
        return sum.path("sums")
                .valueStream()
                .map(
                        each ->
                                PlainLeverage.said(
                                        each.path("currency").asString(),
                                        each.path("wins").asInt(),
                                        each.path("value").decimalValue(),
                                        each.path("sourced").decimalValue(),
                                        each.path("influenced").decimalValue(),
                                        each.path("unattributed").decimalValue()))
                .toList();
    }

    private static List<String> claims(JsonNode answer) {
        return answer.path("claims")
                .valueStream()
                .map(
                        each ->
                                PlainLeverage.said(
                                        each.path("pattern").asString(""),
                                        each.path("claims").asInt(),
                                        each.path("settled").asInt(),
                                        each.path("overdue").asInt(),
                                        each.path("measured").asInt(),
                                        each.path("medianProgress").asString("none")))
                .sorted()
                .toList();
    }

    private static JsonNode asked() {
        return headway.as(Role.VIEWER).get("/api/v1/portfolio/leverage").json();
    }

    private static List<RawHistory> histories() {
        return RawHistory.all(headway.superuser());
    }

    private static List<String> partnerships() {
        return List.copyOf(
                headway.bean(JdbcClient.class)
                        .sql("select partnership_id from portfolio order by external_key")
                        .query(String.class)
                        .list());
    }
}
