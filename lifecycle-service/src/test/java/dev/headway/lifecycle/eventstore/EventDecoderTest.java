package dev.headway.lifecycle.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.PartnershipEvent.SeatVacated;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Older revisions on their way to a projection. */
class EventDecoderTest {

    private static final String CHAIR =
            "{\"chair\":\"SUPPORT\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}";

    @Test
    void an_older_revision_is_upcast() {
        assertThat(
                        decoder(new ChairsBecameSeats())
                                .decode(stored("SeatVacated", "0", CHAIR))
                                .event())
                .isEqualTo(new SeatVacated("SUPPORT", Instant.parse("2026-03-02T09:30:00Z")));
    }

    @Test
    void dropping_an_event_would_move_positions_and_is_refused() {
        EventUpcaster dropping = events -> Stream.empty();

        assertThatThrownBy(() -> decoder(dropping).decode(stored("SeatVacated", "0", CHAIR)))
                .hasMessageContaining("gave 0 events");
    }

    @Test
    void what_nothing_here_reads_is_named() {
        var decoder = decoder(EventRevisions.upcasters());

        assertThatThrownBy(() -> decoder.decode(stored("ChairThrown", "7", CHAIR)))
                .hasMessageContaining("ChairThrown.v7 at 12");
    }

    private static EventDecoder decoder(EventUpcaster upcaster) {
        return new EventDecoder(new StableNames(), upcaster);
    }

    private static StoredEvent stored(String type, String revision, String json) {
        return new StoredEvent(
                12,
                "p1",
                "Partnership",
                3,
                "e1",
                type,
                revision,
                json.getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                Instant.EPOCH);
    }

    private static final class ChairsBecameSeats extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("SeatVacated")
                    && event.getType().getRevision().equals("0");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("SeatVacated", "1"),
                    JsonNode.class,
                    json -> {
                        var fields = (ObjectNode) json;
                        fields.set("seat", fields.remove("chair"));
                        return fields;
                    });
        }
    }
}
