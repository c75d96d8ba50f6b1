package dev.headway.lifecycle;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.headway.contracts.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole walk: requests, an aggregate, events, a due date, an alert, and a chat message. */
class FromRequestToMessageTest {

    static final WireMockServer chat =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    static RunningHeadway headway;

    @BeforeAll
    static void start() {
        chat.start();
        chat.stubFor(any(anyUrl()).willReturn(ok()));
        headway =
                RunningHeadway.start(
                        "headway.chat.channels[0].kind=slack",
                        "headway.chat.channels[0].url=http://127.0.0.1:" + chat.port() + "/hook",
                        "headway.chat.allow-insecure-targets=true");
    }

    @AfterAll
    static void stop() {
        headway.close();
        chat.stop();
    }

    @Test
    void a_quiet_partnership_is_told_once_until_it_moves_and_goes_quiet_again() {
        var path = started("Reef");
        put("/api/v1/program", quietAfterThreeSeconds());
        await().atMost(Duration.ofSeconds(12)).until(() -> messages().size() == 1);
        assertThat(messages().getFirst().at("/text").asString())
                .startsWith("Reef is a ghost town. 0 quiet days, last moved by pilot started on ")
                .contains("Next step: Train sales (ana, due ")
                .endsWith(path);
        var alert = alerts("status=OPEN").getFirst();
        assertThat(alert.at("/anchor/event").asString()).isEqualTo("PilotStarted");

        var touchpoint =
                post(path + "/touchpoints", "{\"kind\": \"MESSAGE\", \"summary\": \"Hello\"}");
        await().atMost(Duration.ofSeconds(3))
                .until(() -> alerts("status=RESOLVED", touchpoint.position()).size() == 1);
        await().atMost(Duration.ofSeconds(12)).until(() -> messages().size() == 2);
        assertThat(alerts("partnership=" + path.substring(path.lastIndexOf('/') + 1)))
                .extracting(each -> each.at("/status").asString())
                .containsExactly("OPEN", "RESOLVED");
        await().until(
                        () ->
                                alerts("status=OPEN")
                                        .getFirst()
                                        .at("/deliveries/0/status")
                                        .asString(),
                        "DELIVERED"::equals);
    }

    @Test
    void a_question_that_makes_no_sense_is_told_so() {
        assertThat(get("/api/v1/alerts?status=LOUD").json().at("/errors/0/pointer").asString())
                .isEqualTo("?status");
        assertThat(get("/api/v1/alerts?cursor=forged").status()).isEqualTo(400);
        assertThat(get("/api/v1/alerts?limit=201").status()).isEqualTo(400);
        assertThat(headway.asNobody().get("/api/v1/alerts").status()).isEqualTo(401);
    }

    /** A partnership in PILOT, with one next step; answers its path. */
    private static String started(String name) {
        var registered =
                headway.as(Role.MANAGER)
                        .post(
                                "/api/v1/partnerships",
                                """
                                {"name": "%s", "partner": {"name": "Reef Ltd", "type": "TELCO"},
                                 "pattern": "RESELL", "owner": "ana"}
                                """
                                        .formatted(name));
        var path = "/api/v1/partnerships/" + registered.json().at("/id").asString();
        put(
                path + "/leverage-claim",
                """
                {"mechanism": "WIN_RATE", "why": "We win together.", "dueOn": "%1$s",
                 "metric": {"name": "win rate", "unit": "percent", "baseline": 18, "target": 30}}
                """
                        .formatted(inDays(90)));
        put(
                path + "/timing",
                """
                {"ours": {"focus": "growth", "ready": true},
                 "partner": {"focus": "growth", "ready": true}}
                """);
        put(
                path + "/pilot-scope",
                """
                {"useCase": "one region", "successCriterion": "two deals", "endsOn": "%s"}
                """
                        .formatted(inDays(30)));
        var planned =
                post(
                        path + "/steps",
                        """
                {"title": "Train sales", "owner": "ana", "side": "OURS", "dueOn": "%s"}
                """
                                .formatted(inDays(7)));
        var moved =
                headway.as(Role.MANAGER)
                        .post(
                                path + "/transitions",
                                "{\"to\": \"PILOT\"}",
                                "If-Match",
                                planned.header("ETag"));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        return path;
    }

    private static String quietAfterThreeSeconds() {
        return headway.as(Role.ADMIN)
                .get("/api/v1/program")
                .text()
                .replaceFirst("(\"ghost-town\"\\s*:\\s*)\"P60D\"", "$1\"PT3S\"");
    }

    private static Instant inDays(int days) {
        return headway.bean(Clock.class).instant().plus(Duration.ofDays(days));
    }

    private static List<JsonNode> messages() {
        return chat.getAllServeEvents().reversed().stream()
                .map(event -> JsonMapper.shared().readTree(event.getRequest().getBodyAsString()))
                .toList();
    }

    private static List<JsonNode> alerts(String filter) {
        return alerts(filter, 0);
    }

    private static List<JsonNode> alerts(String filter, long position) {
        return get("/api/v1/alerts?" + filter, "Headway-Position", Long.toString(position))
                .json()
                .at("/items")
                .values()
                .stream()
                .toList();
    }

    private static Caller.Answered get(String path, String... headers) {
        return headway.as(Role.VIEWER).get(path, headers);
    }

    private static Caller.Answered post(String path, String json) {
        var answer = headway.as(Role.MANAGER).post(path, json);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    private static void put(String path, String json) {
        var role = path.endsWith("/program") ? Role.ADMIN : Role.MANAGER;
        var answer = headway.as(role).put(path, json);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }
}
