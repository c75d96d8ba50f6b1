package dev.headway.lifecycle;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.requests.HttpFile;
import dev.headway.lifecycle.requests.HttpFileRunner;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The straight walk of the README, from a call over HTTP to a message in chat, in one process. */
class TheWalkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static DrivenClock clock;
    private static WireMockServer chat;
    private static RunningHeadway headway;

    private static Caller manager;

    private static WireMockServer receiver() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        server.stubFor(post(urlEqualTo("/slack")).willReturn(ok("ok")));
        return server;
    }

    @BeforeEach
    void a_quiet_chat() {
        chat.resetRequests();
    }

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-11-20T09:00:00Z"));
        chat = receiver();
        headway =
                RunningHeadway.startAt(
                        clock,
                        "headway.chat.channels[0].kind=slack",
                        "headway.chat.channels[0].url=" + chat.baseUrl() + "/slack",
                        "headway.chat.allow-insecure-targets=true");
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
        chat.stop();
    }

    @Test
    void a_launch_that_nobody_followed_up_becomes_a_message_in_chat() {
        var northwind =
                PartnershipOverHttp.registered(manager, clock, "Northwind resale")
                        .inPilot()
                        .readyForLaunch();
        launch(northwind);
        clock.advance(Duration.ofDays(60).minusMillis(1));
        assertThat(northwind.get("").json().at("/ghostTown").asBoolean()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(northwind.get("").json().at("/ghostTown").asBoolean()).isTrue();
        await().atMost(PATIENCE).until(() -> alertsOf(northwind, "OPEN") == 1);

        awaitMessages(1, "Northwind resale");
        var message =
                JsonMapper.shared()
                        .readTree(messages("Northwind resale").getFirst().getBodyAsString());
        assertThat(message.at("/text").asString())
                .contains("Northwind resale")
                .contains("60 quiet days, last moved by partnership launched on 2026-11-20")
                .contains("Train the field teams")
                .contains("/partnerships/" + northwind.id());

        northwind.touchpoint();
        await().atMost(PATIENCE).until(() -> alertsOf(northwind, "RESOLVED") == 1);
        assertThat(messagesAbout("Northwind resale")).isOne();
    }

    @Test
    void a_quiet_partnership_is_told_once_until_it_moves_and_goes_quiet_again() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef").inPilot();
        ghostTownAfter("PT3S");

        clock.advance(Duration.ofSeconds(3));
        await().atMost(PATIENCE).until(() -> alertsOf(reef, "OPEN") == 1);
        awaitMessages(1, "Reef");

        var touchpoint = reef.touchpoint();
        assertThat(
                        manager.get(
                                        "/api/v1/alerts?rule=ghost-town&partnership=" + reef.id(),
                                        "Headway-Position",
                                        touchpoint.header("Headway-Position"))
                                .json()
                                .at("/items")
                                .valueStream())
                .extracting(alert -> alert.at("/status").asString())
                .containsExactly("RESOLVED");

        clock.advance(Duration.ofSeconds(3));
        await().atMost(PATIENCE).until(() -> alertsOf(reef, "OPEN") == 1);
        awaitMessages(2, "Reef");
        ghostTownAfter("P60D");
    }

    @Test
    void a_move_with_two_open_criteria_stays_where_it_is_and_is_remembered() {
        var bluepeak =
                PartnershipOverHttp.registered(manager, clock, "Bluepeak")
                        .inPilot()
                        .readyForLaunch();
        var exit = headway.as(Role.APPROVER);
        exit.delete(bluepeak.path() + "/seats/SUPPORT");
        var judged =
                exit.put(
                        bluepeak.path() + "/seams/UX_CONSISTENCY",
                        "{\"verdict\":\"FAIL\",\"evidence\":\"two logins\"}");

        var refused =
                manager.post(
                        bluepeak.path() + "/transitions",
                        "{\"to\":\"LAUNCH\"}",
                        "If-Match",
                        judged.header("ETag"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/unmet").findValuesAsString("criterion"))
                .containsExactly("all-seats-filled", "seams-pass");
        var known = bluepeak.get("", "Headway-Position", refused.header("Headway-Position"));
        assertThat(known.json().at("/stage").asString()).isEqualTo("PILOT");
        assertThat(known.header("ETag")).isEqualTo(refused.header("ETag"));
        var history =
                bluepeak.get(
                                "/history?limit=200",
                                "Headway-Position",
                                refused.header("Headway-Position"))
                        .json()
                        .at("/items");
        var last = history.get(history.size() - 1);
        assertThat(last.at("/type").asString()).isEqualTo("MoveRefused");
        assertThat(last.at("/outcome").asString()).isEqualTo("REFUSED");
        assertThat(last.at("/gate/criteria").size()).isEqualTo(8);
    }

    /** By the request that the README's walk begins with, as the file has it. */
    private static void launch(PartnershipOverHttp ready) {
        var file = HttpFile.read("launch.http");
        var runner = new HttpFileRunner(headway, clock);
        runner.paste("id", ready.id());
        runner.paste("agreed.response.headers.ETag", ready.etag());
        runner.run(file, file.requests().getLast());
    }

    /** Bursts gather and channels have a pace, both by the clock. */
    private void awaitMessages(long count, String about) {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            return messagesAbout(about) == count;
                        });
    }

    private void ghostTownAfter(String duration) {
        var admin = headway.as(Role.ADMIN);
        var program =
                admin.get("/api/v1/program")
                        .text()
                        .replaceFirst(
                                "\"ghost-town\":\"[^\"]+\"", "\"ghost-town\":\"" + duration + "\"");
        assertThat(admin.put("/api/v1/program", program).status()).isEqualTo(200);
    }

    private long messagesAbout(String name) {
        return messages(name).size();
    }

    /** Other rules speak as well; these are the messages that it is a ghost town. */
    private List<LoggedRequest> messages(String name) {
        return chat.findAll(postRequestedFor(urlEqualTo("/slack"))).stream()
                .filter(message -> message.getBodyAsString().contains(name))
                .filter(message -> message.getBodyAsString().contains("ghost town"))
                .toList();
    }

    private long alertsOf(PartnershipOverHttp partner, String status) {
        return manager.get(
                        "/api/v1/alerts?rule=ghost-town&partnership="
                                + partner.id()
                                + "&status="
                                + status)
                .json()
                .at("/items")
                .size();
    }
}
