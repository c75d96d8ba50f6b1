package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.projections.tables.PostgresBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final String STATUS_CHANGE = "status-change";

    /** Into every stage but the first; a refused one is one as well. */
    private static final Set<String> MOVES =
            Stream.concat(moves().stream(), Stream.of(MoveRefused.class.getSimpleName()))
                    .collect(Collectors.toUnmodifiableSet());

    private AuditedEventTypes() {}

    static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** Of all events of a kind. */
    static List<String> namesOf(Class<? extends HeadwayEvent> kind) {
        return leaves(kind).map(Class::getSimpleName).sorted().toList();
    }

    /** Of those that say that a partnership is in another stage. */
    static List<String> moves() {
        return namesOf(StageEntered.class).stream()
                .filter(name -> !name.equals(PartnershipRegistered.class.getSimpleName()))
                .toList();
    }

    /** The names that may be asked for; one of them stands for every move. */
    static List<String> asked() {
        return Stream.concat(names().stream(), Stream.of(STATUS_CHANGE)).toList();
    }

    /** The events that are meant by these names; null, for all, stays null. */
    static String @Nullable [] meant(String @Nullable [] asked) {
        return asked == null
                ? null
                : Arrays.stream(asked)
                        .flatMap(
                                name ->
                                        name.equals(STATUS_CHANGE)
                                                ? MOVES.stream()
                                                : Stream.of(name))
                        .distinct()
                        .toArray(String[]::new);
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
