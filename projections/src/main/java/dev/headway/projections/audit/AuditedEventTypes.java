package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.projections.tables.PostgresBounds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of event by its stable name, and how it is written into a row and read again. */
final class AuditedEventTypes {

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    // an event is its fields; what can be told from them is not stored beside them
                    .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
                    .changeDefaultPropertyInclusion(
                            kept -> kept.withValueInclusion(Include.NON_NULL))
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .addModule(PostgresBounds.module())
                    .build();

    private static final Map<String, ObjectReader> BY_NAME =
            leaves(HeadwayEvent.class)
                    .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, MAPPER::readerFor));

    private AuditedEventTypes() {}

    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    static String nameOf(HeadwayEvent event) {
        return event.getClass().getSimpleName();
    }

    /**
     * @throws IllegalArgumentException if no event has that name
     */
    static HeadwayEvent read(String name, byte[] payload) {
        var reader = BY_NAME.get(name);
        if (reader == null) {
            throw new IllegalArgumentException("No event is called " + name);
        }
        return reader.readValue(payload);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(AuditedEventTypes::leaves)
                        .distinct()
                : Stream.of(type);
    }
}
