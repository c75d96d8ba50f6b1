package dev.headway.projections.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.contracts.PartnershipEvent.SeatVacated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Older revisions on their way to a projection. */
class EventDecoderTest {

    private static final SeatVacated VACATED =
            new SeatVacated("SUPPORT", Instant.parse("2026-03-02T09:30:00Z"));

    private static final String SEAT =
            "{\"seat\":\"SUPPORT\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}";

    private static final String CHAIR =
            "{\"chair\":\"SUPPORT\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}";

    private static final String STOOL =
            "{\"stool\":\"SUPPORT\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}";

    private static final Upcaster CHAIRS_BECAME_SEATS =
            new Upcaster(
                    new StoredType("SeatVacated", "0"),
                    new StoredType("SeatVacated", "1"),
                    fields -> {
                        fields.set("seat", fields.remove("chair"));
                        return fields;
                    });

    private static final Upcaster STOOLS_BECAME_CHAIRS =
            new Upcaster(
                    new StoredType("StoolVacated", "3"),
                    new StoredType("SeatVacated", "0"),
                    fields -> {
                        fields.set("chair", fields.remove("stool"));
                        return fields;
                    });

    @Test
    void an_older_revision_is_upcast() {
        assertThat(decoder(CHAIRS_BECAME_SEATS).decode(stored("SeatVacated", "0", CHAIR)).event())
                .isEqualTo(VACATED);
    }

    @Test
    void an_upcaster_sees_what_the_one_before_it_gave() {
        assertThat(
                        decoder(STOOLS_BECAME_CHAIRS, CHAIRS_BECAME_SEATS)
                                .decode(stored("StoolVacated", "3", STOOL))
                                .event())
                .isEqualTo(VACATED);
    }

    @Test
    void an_older_revision_that_only_lacks_fields_needs_no_upcaster() {
        assertThat(decoder().decode(stored("SeatVacated", "0", SEAT)).event()).isEqualTo(VACATED);
    }

    @Test
    void what_nothing_here_reads_is_named() {
        var decoder = decoder();

        assertThatThrownBy(() -> decoder.decode(stored("ChairThrown", "7", CHAIR)))
                .hasMessageContaining("ChairThrown.v7 at 12");
    }

    private static EventDecoder decoder(Upcaster... upcasters) {
        return new EventDecoder(new EventTypes(), List.of(upcasters));
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
}
