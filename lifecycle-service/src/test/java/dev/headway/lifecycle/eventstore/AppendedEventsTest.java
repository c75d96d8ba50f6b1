package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.NOW;
import static dev.headway.lifecycle.eventstore.TestStore.event;
import static dev.headway.lifecycle.eventstore.TestStore.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.log.RecordedEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Axon appended, as projections read it. */
class AppendedEventsTest {

    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_event_is_read_with_the_metadata_of_its_message() {
        var provenance =
                new Provenance(
                        "mia",
                        "p-1",
                        "Mia Holm",
                        "MANAGER",
                        "desk-bot",
                        "API",
                        "because",
                        "deal-1",
                        "request-1",
                        null,
                        TRACEPARENT);
        var message =
                event("p1", 1, touchpoint("call"))
                        .withMetaData(
                                Map.of(
                                        "actor", "mia",
                                        "role", "MANAGER",
                                        "actorId", "p-1",
                                        "actorName", "Mia Holm",
                                        "through", "desk-bot",
                                        "channel", "API",
                                        "reason", "because",
                                        "correlationId", "deal-1",
                                        "requestId", "request-1",
                                        "traceId", "something else"))
                        .andMetaData(Map.of("traceparent", TRACEPARENT));
        store.engine.appendEvents(message);

        assertThat(store.log.after(0, 10))
                .containsExactly(
                        new RecordedEvent(
                                1,
                                message.getIdentifier(),
                                "p1",
                                1,
                                touchpoint("call"),
                                NOW,
                                provenance));
    }

    @Test
    void a_message_without_metadata_is_headways_own_doing() {
        DomainEventMessage<HeadwayEvent> message =
                new GenericDomainEventMessage<>("Partnership", "p1", 0, touchpoint("call"));
        store.engine.appendEvents(message);

        assertThat(store.log.after(0, 1).getFirst().provenance())
                .isEqualTo(Provenance.of("headway", "ADMIN", "SYSTEM", ""));
    }

    @Test
    void the_readers_of_every_node_are_woken() {
        try (var other = store.anotherNode()) {
            var here = wokenAtTheHead(store);
            var there = wokenAtTheHead(other);

            store.append("p1", 0, 1);

            assertThat(here).succeedsWithin(Duration.ofSeconds(10));
            assertThat(there).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private static CompletableFuture<Void> wokenAtTheHead(TestStore node) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        node.log.awaitBeyond(0, Duration.ofHours(1));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
