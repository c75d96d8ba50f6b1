package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.NOW;
import static dev.headway.lifecycle.eventstore.TestStore.event;
import static dev.headway.lifecycle.eventstore.TestStore.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresEventStorageEngineTest {

    private final TestStore store = new TestStore();
    private final PostgresEventStorageEngine engine = store.engine;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_event_comes_back_as_it_was_with_the_time_of_recording() {
        var measurement =
                new MeasurementTaken(
                        new BigDecimal("0.10"), "the June report", NOW.minusSeconds(9));
        engine.appendEvents(event("p1", 1, measurement));

        var read = engine.readEvents("p1").next();

        assertThat(read.getPayload()).isEqualTo(measurement);
        assertThat(read.getTimestamp()).isEqualTo(NOW);
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getType()).isEqualTo("Partnership");
        assertThat(read.getMetaData()).containsEntry("actor", "mia");
    }

    @Test
    void what_is_stored_has_a_stable_name_and_keeps_its_bytes() {
        engine.appendEvents(event("p1", 1, touchpoint("Grüße \u0000 \"quoted\" \uD83D\uDE80")));

        var row = store.jdbc.sql("select * from event").query().singleRow();

        assertThat(row)
                .containsEntry("type", "TouchpointRecorded")
                .containsEntry("revision", "1")
                .containsEntry("metadata", "{\"actor\":\"mia\"}")
                .containsEntry(
                        "payload",
                        "{\"kind\":\"JOINT_CALL\",\"summary\":\"Grüße \\u0000 \\\"quoted\\\" \uD83D\uDE80\","
                                + "\"effectiveAt\":\"2026-11-19T10:15:30.123456Z\"}");
    }

    @Test
    void what_no_topic_would_take_is_refused_before_it_is_a_fact() {
        var large = event("p1", 1, touchpoint("\u754c".repeat(333_334))); // three bytes each

        assertThatThrownBy(() -> engine.appendEvents(large))
                .isInstanceOf(EventTooLargeException.class)
                .hasMessageContaining("TouchpointRecorded");
        assertThat(store.jdbc.sql("select * from event").query().listOfRows()).isEmpty();
        engine.appendEvents(event("p1", 1, touchpoint("\u754c".repeat(333_200))));
    }

    @Test
    void a_lost_race_is_a_concurrency_exception_without_a_stack_trace() {
        store.append("p1", 0, 2);

        assertThatThrownBy(() -> store.append("p1", 1, 1))
                .isInstanceOf(ConcurrencyException.class)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThatThrownBy(() -> store.append("p1", 0, 1))
                .isInstanceOf(AggregateStreamCreationException.class)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void the_last_sequence_number_is_known_without_reading_events() {
        store.append("p1", 0, 3);

        assertThat(engine.lastSequenceNumberFor("p1")).contains(2L);
        assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void a_stream_longer_than_a_page_is_read_in_full_and_in_order() {
        store.append("other", 0, 1);
        store.append("p1", 0, 10_000);

        assertThat(engine.readEvents("p1").asStream().map(DomainEventMessage::getSequenceNumber))
                .hasSize(10_000)
                .isSorted();
        assertThat(engine.readEvents("p1", 9_990).asStream()).hasSize(10);
    }

    @Test
    void tracking_reads_the_whole_log_page_by_page() {
        store.append("p1", 0, PostgresEventStorageEngine.PAGE + 1);
        store.append("p2", 0, PostgresEventStorageEngine.PAGE);

        var positions = new ArrayList<Long>();
        try (var events = engine.readEvents(new GlobalSequenceTrackingToken(10), false)) {
            events.forEach(event -> positions.add(event.trackingToken().position().orElseThrow()));
        }

        assertThat(positions).hasSize(991).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tokens_are_plain_positions() {
        assertThat(engine.createHeadToken()).isEqualTo(token(0));
        store.append("p1", 0, 3);

        assertThat(engine.createTailToken()).isEqualTo(token(0));
        assertThat(engine.createHeadToken()).isEqualTo(token(3));
        assertThat(engine.createTokenAt(NOW)).isEqualTo(token(0));
        assertThat(engine.createTokenAt(NOW.plusSeconds(1))).isEqualTo(token(3));
    }

    @Test
    void the_newest_snapshot_comes_back() {
        engine.storeSnapshot(snapshot(7, "seven"));
        engine.storeSnapshot(snapshot(9, "nine"));
        engine.storeSnapshot(snapshot(8, "late"));

        var read = engine.readSnapshot("p1").orElseThrow();

        assertThat(read.getPayload()).isEqualTo(new Remembered("nine", List.of(1, 2)));
        assertThat(read.getSequenceNumber()).isEqualTo(9);
        assertThat(engine.readSnapshot("p2")).isEmpty();
    }

    record Remembered(String what, List<Integer> numbers) {}

    private static DomainEventMessage<?> snapshot(long sequenceNumber, String what) {
        return new GenericDomainEventMessage<>(
                "Partnership", "p1", sequenceNumber, new Remembered(what, List.of(1, 2)), Map.of());
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
