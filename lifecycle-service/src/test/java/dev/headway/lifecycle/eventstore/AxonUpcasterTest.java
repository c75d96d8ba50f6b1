package dev.headway.lifecycle.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.StoredEvent;
import dev.headway.projections.log.StoredType;
import dev.headway.projections.log.Upcaster;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;

/** Older revisions on their way to an aggregate. */
class AxonUpcasterTest {

    private final EventSerializer serializer = new EventSerializer(new EventTypes());

    @Test
    void an_aggregate_meets_an_older_revision_upcast() {
        assertThat(
                        upcast(
                                "0",
                                """
                                {"chair":"SUPPORT","effectiveAt":"2026-03-02T09:30:00Z"}"""))
                .isEqualTo(new SeatVacated("SUPPORT", Instant.parse("2026-03-02T09:30:00Z")));
    }

    @Test
    void todays_revision_is_left_alone() {
        assertThat(
                        upcast(
                                "1",
                                """
                                {"seat":"SUPPORT","effectiveAt":"2026-03-02T09:30:00Z"}"""))
                .isEqualTo(new SeatVacated("SUPPORT", Instant.parse("2026-03-02T09:30:00Z")));
    }

    private Object upcast(String revision, String json) {
        var chairsBecameSeats =
                new Upcaster(
                        new StoredType("SeatVacated", "0"),
                        new StoredType("SeatVacated", "1"),
                        fields -> {
                            fields.set("seat", fields.remove("chair"));
                            return fields;
                        });
        var stored = new StoredEventData(stored(revision, json));
        var upcast =
                AxonUpcaster.chain(List.of(chairsBecameSeats))
                        .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                        .toList();
        assertThat(upcast).hasSize(1);
        return serializer.deserialize(upcast.getFirst().getData());
    }

    private static StoredEvent stored(String revision, String json) {
        return new StoredEvent(
                12,
                "p1",
                "Partnership",
                3,
                "e1",
                "SeatVacated",
                revision,
                json.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);
    }
}
