package dev.headway.lifecycle.operations;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every projection is built anew, twice, with traffic on: nobody notices. */
class RebuildEverythingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final WireMockServer chat = receiver();
    private final RunningHeadway headway =
            RunningHeadway.startAt(
                    clock,
                    "headway.chat.allow-insecure-targets=true",
                    "headway.chat.channels[0].kind=webhook",
                    "headway.chat.channels[0].url=" + chat.baseUrl());
    private final Caller manager = headway.as(Role.MANAGER);

    @AfterEach
    void stop() {
        headway.close();
        chat.stop();
    }

    @Test
    void alerts_are_what_they_were_and_nothing_is_sent() throws Exception {
        var quiet =
                List.of("Acme", "Globex", "Initech").stream()
                        .map(
                                name ->
                                        PartnershipOverHttp.registered(manager, clock, name)
                                                .launched())
                        .toList();
        var busy = PartnershipOverHttp.registered(manager, clock, "Busy").launched();
        clock.advance(Duration.ofDays(60));
        busy.touchpoint();
        await().atMost(PATIENCE).until(() -> alerts("ghost-town").size() == quiet.size());
        var alert = alerts("ghost-town").getFirst();
        manager.post("/api/v1/alerts/" + alert + "/acknowledgement", "{}");
        awaitQuietChat();
        var before = alerts();
        var told = chat.getAllServeEvents().size();

        var written = new AtomicLong();
        var over = new AtomicBoolean();
        var traffic =
                CompletableFuture.runAsync(
                        () -> {
                            while (!over.get()) {
                                written.set(busy.touchpoint().position());
                                assertThat(busy.get("").status()).isEqualTo(200);
                            }
                        });
        rebuildEach();
        rebuildAll();
        over.set(true);
        traffic.get(1, TimeUnit.MINUTES);

        clock.advance(Duration.ofSeconds(10));
        assertThat(manager.get("/api/v1/alerts", "Headway-Position", written.toString()).status())
                .isEqualTo(200);
        assertThat(alerts()).isEqualTo(before);
        assertThat(chat.getAllServeEvents()).hasSize(told);
        assertThat(busy.get("").header("ETag"))
                .isEqualTo(
                        "\""
                                + busy.get("/history?order=desc&limit=1")
                                        .json()
                                        .at("/items/0/version")
                                        .asLong()
                                + "\"");
    }

    @Test
    void all_of_them_are_asked_for_in_one_call_that_is_in_the_audit() {
        var admin = headway.as(Role.ADMIN);
        var begun = admin.post("/api/v1/projections/rebuild", "", "X-Correlation-Id", "all-anew");

        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        var names = begun.json().at("/items").findValuesAsString("name");
        assertThat(names).isEqualTo(headway.bean(RebuildQueue.class).projections());
        awaitRebuilt();
        var noted =
                admin.get(
                                "/api/v1/audit/entries?kind=RebuildRequested&limit=200",
                                "Headway-Position",
                                begun.header("Headway-Position"))
                        .json()
                        .at("/items");
        assertThat(noted.findValuesAsString("projection"))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(noted.findValuesAsString("correlationId")).containsOnly("all-anew");
        assertThat(manager.post("/api/v1/projections/rebuild", "").status()).isEqualTo(403);
    }

    @Test
    void what_waits_its_turn_is_told_until_it_is_done() {
        // as if another node had been killed while it built two of them
        headway.superuser()
                .sql(
                        """
                        insert into projection_rebuild
                               (projection, requested_at, claimed_until, begun_at, advanced_at, position, events)
                        values ('people', now(), now() + interval '1 hour', now() - interval '9 s',
                                now() - interval '1 s', 1, 16),
                               ('waivers', now(), now() + interval '1 hour', null, null, 0, 0)
                        """)
                .update();

        assertThat(rebuild("people").at("/state").asString()).isEqualTo("BUILDING");
        assertThat(rebuild("people").at("/eventsPerSecond").asInt()).isEqualTo(2);
        assertThat(rebuild("people").at("/secondsLeft").asLong()).isNotNegative();
        assertThat(rebuild("waivers").at("/state").asString()).isEqualTo("WAITING");
        assertThat(rebuild("audit").isMissingNode()).isTrue();
        assertThat(manager.get("/api/v1/projections").json().at("/secondsLeft").isNumber())
                .isTrue();

        headway.superuser().sql("update projection_rebuild set claimed_until = now()").update();
        headway.bean(RebuildQueue.class).enqueue(List.of("audit"));
        awaitRebuilt();
        assertThat(rebuild("people").isMissingNode()).isTrue();
    }

    private JsonNode rebuild(String projection) {
        return manager.get("/api/v1/projections")
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/name").asString().equals(projection))
                .findFirst()
                .orElseThrow()
                .at("/rebuild");
    }

    private void rebuildAll() {
        var begun = headway.as(Role.ADMIN).post("/api/v1/projections/rebuild", "");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        awaitRebuilt();
    }

    private void rebuildEach() {
        var projections =
                manager.get("/api/v1/projections")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(each -> each.at("/name").asString())
                        .toList();
        assertThat(projections).hasSizeGreaterThan(5);
        for (var name : projections) {
            var begun = headway.as(Role.ADMIN).post("/api/v1/projections/" + name + "/rebuild", "");
            assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        }
        awaitRebuilt();
    }

    private void awaitRebuilt() {
        var rebuilding = headway.bean(RebuildQueue.class);
        await().atMost(PATIENCE).until(() -> !rebuilding.isBuilding());
    }

    /** Bursts gather and channels have a pace, both by the clock; then everything is told. */
    private void awaitQuietChat() {
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            return told("status=OPEN&rule=ghost-town").noneMatch(Set.of()::equals)
                                    && told("limit=200")
                                            .flatMap(Set::stream)
                                            .allMatch("DELIVERED"::equals);
                        });
    }

    /** By alert, what became of the messages about it. */
    private Stream<Set<String>> told(String alerts) {
        return manager.get("/api/v1/alerts?" + alerts)
                .json()
                .at("/items")
                .valueStream()
                .map(
                        alert ->
                                alert.at("/deliveries")
                                        .valueStream()
                                        .map(delivery -> delivery.at("/status").asString())
                                        .collect(Collectors.toSet()));
    }

    private List<String> alerts() {
        return manager.get("/api/v1/alerts?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(Object::toString)
                .toList();
    }

    private List<String> alerts(String rule) {
        return manager.get("/api/v1/alerts?status=OPEN&rule=" + rule)
                .json()
                .at("/items")
                .valueStream()
                .map(alert -> alert.at("/id").asString())
                .toList();
    }

    private static WireMockServer receiver() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }
}
