package dev.headway.lifecycle.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.SharedData;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every figure of the scorecard over real lifecycles with seeded motion, beside the same figure
 * from the stored rows: of one, of all, of a group, of a quarter, and after corrections.
 */
class ScorecardFromRawEventsTest {

    private static final long SEED = 20_261_201;
    private static final String PORTFOLIO = "/api/v1/portfolio/scorecard";

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
    void every_figure_is_what_the_rows_add_up_to() throws Exception {
        var file = SharedData.file("cncf-import.csv");
        assumeThat(file).exists();
        headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofFile(file));
        var clock = headway.bean(Clock.class);
        var motion = new SeededMotion(headway, SEED, clock.instant());
        var launched = PartnershipOverHttp.registered(headway.as(Role.MANAGER), clock, "Larkspur");
        assertThat(launched.inPilot().move("LAUNCH").status()).isEqualTo(422);
        launched.readyForLaunch();
        assertThat(launched.move("LAUNCH").status()).isEqualTo(200);
        motion.of(launched.id(), 30);
        var partnerships = partnerships();
        partnerships.subList(0, 50).forEach(each -> motion.of(each, 12));
        headway.awaitProjections();
        assertAllEqual(partnerships.getFirst(), launched.id());
        assertThat(motion.taken()).isGreaterThan(250);

        partnerships
                .subList(0, 10)
                .forEach(
                        each ->
                                headway.as(Role.MANAGER)
                                        .post(
                                                "/api/v1/partnerships/" + each + "/voiding",
                                                "{\"reason\":\"registered twice\"}"));
        headway.awaitProjections();
        assertAllEqual(partnerships.get(20), launched.id());
        var voided = card("/api/v1/partnerships/" + partnerships.getFirst() + "/scorecard");
        assertThat(voided.at("/scorecard/customer/jointWins/of").asInt()).isZero();
        assertThat(voided.at("/scorecard/process/daysInStage/of").asInt()).isZero();
    }

    private static void assertAllEqual(String... some) {
        var histories = RawHistory.all(headway.superuser());
        assertEqual(card(PORTFOLIO), histories, _ -> true);
        var then = Instant.now(headway.bean(Clock.class)).minus(Duration.ofDays(100));
        assertEqual(
                card(PORTFOLIO + "?quarter=" + quarter(then)),
                histories,
                at -> quarter(at).equals(quarter(then)));
        for (var group : card(PORTFOLIO + "?by=pattern").at("/groups")) {
            var pattern = group.path("of").asString(null);
            assertEqual(
                    group,
                    histories.stream()
                            .filter(
                                    each ->
                                            Objects.equals(
                                                    pattern,
                                                    each.newest("pattern", "PatternChosen")))
                            .toList(),
                    _ -> true);
        }
        for (var id : some) {
            assertEqual(
                    card("/api/v1/partnerships/" + id + "/scorecard"),
                    histories.stream().filter(each -> each.partnership().equals(id)).toList(),
                    _ -> true);
        }
    }

    private static void assertEqual(
            JsonNode answer, List<RawHistory> histories, Predicate<Instant> when) {
        var plain = new PlainScore(histories, Instant.now(headway.bean(Clock.class)));
        var figures = new HashSet<String>();
        for (var side : answer.at("/scorecard").properties()) {
            for (var figure : side.getValue().properties()) {
                figures.add(figure.getKey());
                assertThat(PlainScore.said(figure.getValue()))
                        .as(figure.getKey())
                        .isEqualTo(plain.said(figure.getKey(), when));
                var behind = plain.events(figure.getKey());
                if (figure.getValue().path("of").asInt() > 0 && !behind.isEmpty()) {
                    assertThat(named(figure.getValue())).containsAnyElementsOf(behind);
                }
            }
        }
        assertThat(figures).hasSize(16);
    }

    private static Set<String> named(JsonNode figure) {
        var named = new HashSet<String>();
        figure.path("events").forEach(each -> named.add(each.asString()));
        return named;
    }

    private static String quarter(Instant at) {
        var day = at.atZone(ZoneOffset.UTC);
        return day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
    }

    private static JsonNode card(String path) {
        return headway.as(Role.VIEWER).get(path).json();
    }

    private static List<String> partnerships() {
        return List.copyOf(
                headway.bean(JdbcClient.class)
                        .sql(
                                """
                        select   partnership_id
                        from     portfolio
                        where    external_key is not null
                        order by external_key
                        """)
                        .query(String.class)
                        .list());
    }
}
