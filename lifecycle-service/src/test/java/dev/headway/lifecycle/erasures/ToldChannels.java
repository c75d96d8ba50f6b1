package dev.headway.lifecycle.erasures;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.headway.contracts.Role;
import dev.headway.testing.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One channel that takes what it is told, and one that refuses it, so that it is kept. */
final class ToldChannels implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WireMockServer taking = receiver();
    private final WireMockServer refusing = receiver();

    ToldChannels() {
        taking.stubFor(any(anyUrl()).willReturn(ok()));
        refusing.stubFor(any(anyUrl()).willReturn(badRequest()));
    }

    /** What the service is started with to know them. */
    List<String> properties() {
        return List.of(
                "--headway.chat.allow-insecure-targets=true",
                "--headway.chat.channels[0].kind=slack",
                "--headway.chat.channels[0].url=" + taking.baseUrl(),
                "--headway.chat.channels[1].kind=webhook",
                "--headway.chat.channels[1].url=" + refusing.baseUrl());
    }

    /** Both were told of them by name, and a message that was given up is still there. */
    void isTold(ServiceProcess service, String name) {
        await().atMost(PATIENCE).until(() -> said(taking).contains(name));
        await().atMost(PATIENCE).until(() -> said(refusing).contains(name));
        await().atMost(PATIENCE).until(() -> !givenUp(service).isEmpty());
    }

    /** What was given up is sent again once they are forgotten, and does not name them. */
    void isNotTold(ServiceProcess service, List<String> words) {
        refusing.resetRequests();
        refusing.stubFor(any(anyUrl()).willReturn(ok()));
        for (var delivery : givenUp(service)) {
            var path = "/api/v1/deliveries/" + delivery.at("/id").asString() + "/resend";
            assertThat(service.as(Role.ADMIN).post(path, "").status()).isEqualTo(200);
        }
        await().atMost(PATIENCE).until(() -> said(refusing).contains("(forgotten)"));
        await().atMost(PATIENCE).until(() -> givenUp(service).isEmpty());
        assertThat(said(refusing).toLowerCase(Locale.ROOT)).doesNotContain(words);
    }

    private static JsonNode givenUp(ServiceProcess service) {
        return service.as(Role.ADMIN).get("/api/v1/deliveries?status=DEAD").json().at("/items");
    }

    private static String said(WireMockServer receiver) {
        var said = new StringBuilder();
        receiver.getAllServeEvents()
                .forEach(event -> said.append(event.getRequest().getBodyAsString()));
        return said.toString();
    }

    private static WireMockServer receiver() {
        var receiver = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        receiver.start();
        return receiver;
    }

    @Override
    public void close() {
        taking.stop();
        refusing.stop();
    }
}
