package dev.headway.projections.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Provenance;
import dev.headway.contracts.written.Personal;
import dev.headway.projections.log.EventTypes;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever adds a text to an event says whether it tells who somebody is: it is marked as personal,
 * or stands in the list of those that are not.
 */
class EveryTextIsPersonalOrNotTest {

    @Test
    void a_text_in_an_event_is_marked_or_listed() throws IOException {
        var unmarked =
                Stream.concat(new EventTypes().all().stream(), Stream.of(Provenance.class))
                        .flatMap(EveryTextIsPersonalOrNotTest::unmarked)
                        .distinct()
                        .sorted()
                        .toList();

        assertThat(unmarked).isEqualTo(listed());
    }

    private static Stream<String> unmarked(Class<?> type) {
        return Stream.of(Objects.requireNonNullElse(type.getRecordComponents(), NONE))
                .flatMap(component -> unmarked(type, component));
    }

    private static Stream<String> unmarked(Class<?> type, RecordComponent component) {
        var held = held(component);
        if (held.isRecord()) {
            return unmarked(held);
        }
        return held == String.class && component.getAnnotation(Personal.class) == null
                ? Stream.of(type.getSimpleName() + "." + component.getName())
                : Stream.of();
    }

    private static Class<?> held(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : component.getType();
    }

    private static List<String> listed() throws IOException {
        try (var list =
                EveryTextIsPersonalOrNotTest.class.getResourceAsStream(
                        "/personal/texts-that-are-not.txt")) {
            var text =
                    new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static final RecordComponent[] NONE = {};
}
