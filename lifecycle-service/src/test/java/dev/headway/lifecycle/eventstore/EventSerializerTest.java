package dev.headway.lifecycle.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.projections.log.EventTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSerializerTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private final EventSerializer serializer = new EventSerializer(new EventTypes());

    @Test
    void unknown_fields_are_ignored() {
        var json =
                "{\"seat\":\"SUPPORT\",\"later\":{\"x\":[1]},\"effectiveAt\":\"2026-03-02T09:30:00Z\"}";

        assertThat(this.<SeatVacated>read("SeatVacated", json))
                .isEqualTo(new SeatVacated("SUPPORT", AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.10", "12345678901234567890.123456789012345678901", "-7", "0"})
    void decimals_keep_every_digit(String number) {
        var event = new MeasurementTaken(new BigDecimal(number), "report", AT);
        var json = serializer.serialize(event, String.class).getData();

        assertThat(json).contains("\"value\":" + number + ",");
        assertThat(this.<MeasurementTaken>read("MeasurementTaken", json)).isEqualTo(event);
    }

    @Test
    void large_decimals_are_written_plainly() {
        var event = new MeasurementTaken(new BigDecimal("1E+3"), "report", AT);

        assertThat(serializer.serialize(event, String.class).getData()).contains("\"value\":1000,");
    }

    @Test
    void what_an_event_can_tell_about_itself_is_not_stored() {
        assertThat(serializer.serialize(new SeatVacated("SUPPORT", AT), String.class).getData())
                .isEqualTo("{\"seat\":\"SUPPORT\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}");
    }

    @Test
    void other_objects_keep_their_class_name() {
        var stored = serializer.serialize(new Other("x"), String.class);

        assertThat(stored.getType().getName()).isEqualTo(Other.class.getName());
        assertThat(serializer.<String, Other>deserialize(stored)).isEqualTo(new Other("x"));
    }

    @Test
    void metadata_comes_back() {
        var metadata = MetaData.from(Map.of("actor", "mia", "channel", "API"));
        var stored = serializer.serialize(metadata, byte[].class);

        assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(metadata);
    }

    record Other(String field) {}

    private <T> T read(String type, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, type, "1"));
    }
}
