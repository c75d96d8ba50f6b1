package dev.headway.lifecycle.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.SharedData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What real lifecycles make due is told when their import has ended: as one digest a channel. */
class OneDigestTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final WireMockServer slack = receiver();
    private final WireMockServer machines = receiver();
    private final RunningHeadway headway =
            RunningHeadway.start(
                    "headway.chat.allow-insecure-targets=true",
                    "headway.chat.channels[0].kind=slack",
                    "headway.chat.channels[0].url=" + slack.baseUrl(),
                    "headway.chat.channels[1].kind=webhook",
                    "headway.chat.channels[1].url=" + machines.baseUrl());

    @AfterEach
    void stop() {
        headway.close();
        slack.stop();
        machines.stop();
    }

    @Test
    void two_hundred_ghost_towns_reach_each_channel_in_one_message() throws Exception {
        var file = SharedData.file("cncf-import.csv");
        assumeThat(file).exists();

        assertThat(new ImportClient(headway).file(file).status()).isEqualTo(200);
        assertThat(messages(slack)).isEmpty();

        await().atMost(SOON).until(() -> !messages(slack).isEmpty());
        await().atMost(SOON).until(() -> !messages(machines).isEmpty());
        await().atMost(SOON).until(() -> open().stream().allMatch(OneDigestTest::isDelivered));

        assertThat(messages(slack)).hasSize(1);
        assertThat(messages(machines)).hasSize(1);
        var digest = messages(machines).getFirst();
        assertThat(digest.at("/type").asString()).isEqualTo("alert.digest");
        assertThat(digest.at("/count").asInt()).isGreaterThan(200);
    }

    private List<JsonNode> open() {
        return headway.as(Role.VIEWER)
                .get("/api/v1/alerts?status=OPEN&rule=ghost-town&limit=200")
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static boolean isDelivered(JsonNode alert) {
        return alert.at("/deliveries")
                .valueStream()
                .map(delivery -> delivery.at("/status").asString())
                .toList()
                .equals(List.of("DELIVERED", "DELIVERED"));
    }

    private static List<JsonNode> messages(WireMockServer receiver) {
        return receiver.getAllServeEvents().reversed().stream()
                .map(event -> JsonMapper.shared().readTree(event.getRequest().getBodyAsString()))
                .toList();
    }

    private static WireMockServer receiver() {
        var receiver = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        receiver.start();
        receiver.stubFor(any(anyUrl()).willReturn(ok()));
        return receiver;
    }
}
