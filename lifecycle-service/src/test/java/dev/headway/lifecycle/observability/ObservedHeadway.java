package dev.headway.lifecycle.observability;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.DrivenClock;
import java.time.Instant;

/**
 * One service for tests of what can be seen of one: its traces go to a receiver, its alerts to a
 * channel, and its topic is at brokers that are away.
 */
final class ObservedHeadway {

    static final DrivenClock CLOCK = new DrivenClock(Instant.parse("2026-11-02T09:00:00Z"));
    static final SpanReceiver SPANS = new SpanReceiver();

    private static final WireMockServer CHAT = chat();
    private static final RunningHeadway HEADWAY = start();

    private ObservedHeadway() {}

    static RunningHeadway headway() {
        return HEADWAY;
    }

    private static RunningHeadway start() {
        var headway =
                RunningHeadway.startAt(
                        CLOCK,
                        "headway.tracing.endpoint=" + SPANS.endpoint(),
                        "headway.kafka.bootstrap-servers=127.0.0.1:9",
                        "headway.chat.allow-insecure-targets=true",
                        "headway.chat.channels[0].kind=webhook",
                        "headway.chat.channels[0].url=" + CHAT.baseUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(headway)));
        return headway;
    }

    private static void end(RunningHeadway headway) {
        headway.close();
        CHAT.stop();
        SPANS.close();
    }

    private static WireMockServer chat() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }
}
