package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.NOW;
import static dev.headway.lifecycle.eventstore.TestStore.event;
import static dev.headway.lifecycle.eventstore.TestStore.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.projections.reading.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredEventLogTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_event_is_told_with_all_that_stands_beside_it() {
        var provenance = new Provenance("mia", "MANAGER", "noor", "API", "because", "request-1");
        var message =
                event("p1", 1, touchpoint("call"))
                        .withMetaData(
                                Map.of(
                                        "actor", "mia",
                                        "role", "MANAGER",
                                        "onBehalfOf", "noor",
                                        "channel", "API",
                                        "reason", "because",
                                        "correlationId", "request-1",
                                        "traceId", "something else"));
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
    void what_has_no_caller_is_headways_own_doing() {
        DomainEventMessage<HeadwayEvent> message =
                new GenericDomainEventMessage<>("Partnership", "p1", 0, touchpoint("call"));
        store.engine.appendEvents(message);

        assertThat(store.log.after(0, 1).getFirst().provenance())
                .isEqualTo(new Provenance("headway", "ADMIN", null, "SYSTEM", null, ""));
    }

    @Test
    void pages_follow_each_other_by_position() {
        store.append("p1", 0, 5);

        assertThat(positions(store.log.after(0, 3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(store.log.after(3, 3))).containsExactly(4L, 5L);
        assertThat(store.log.after(5, 3)).isEmpty();
        assertThat(store.log.head()).isEqualTo(5);
    }

    @Test
    void a_reader_at_the_head_is_woken_by_another_nodes_event() throws Exception {
        try (var other = hearingOnlyNotifications()) {
            await().until(() -> store.jdbc.sql(LISTENERS).query(Integer.class).single() >= 2);
            var woken = wokenBeyond(0, other);

            store.append("p1", 0, 1);

            assertThat(woken).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_listener_whose_connection_broke_hears_again() {
        try (var other = hearingOnlyNotifications()) {
            await().until(() -> store.jdbc.sql(LISTENERS).query(Integer.class).single() >= 2);
            var woken = wokenBeyond(0, other);
            store.jdbc.sql(TERMINATE_LISTENERS).query().listOfRows();

            store.append("p1", 0, 1);

            assertThat(woken).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void waiting_at_the_head_ends_after_the_given_time() throws Exception {
        store.log.awaitBeyond(0, Duration.ofMillis(20));

        assertThat(store.log.after(0, 1)).isEmpty();
    }

    private static final String LISTENERS =
            """
            select count(*)
            from   pg_stat_activity
            where  datname = current_database()
            and    state   = 'idle'
            and    query like '%coalesce(max(position), 0)%'
            """;

    private static final String TERMINATE_LISTENERS =
            """
            select pg_terminate_backend(pid)
            from   pg_stat_activity
            where  datname = current_database()
            and    pid    <> pg_backend_pid()
            and    query like '%coalesce(max(position), 0)%'
            """;

    private TestStore hearingOnlyNotifications() {
        var defaults = EventStoreProperties.defaults();
        return new TestStore(
                store.database,
                new EventStoreProperties(
                        defaults.groupSize(),
                        defaults.queueCapacity(),
                        defaults.statementTimeout(),
                        defaults.answerTimeout(),
                        AN_HOUR));
    }

    private static CompletableFuture<Void> wokenBeyond(long position, TestStore node) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        node.log.awaitBeyond(position, AN_HOUR);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }
}
