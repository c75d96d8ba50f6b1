package dev.headway.lifecycle.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events are stored for ever, so their stored form is pinned: a golden file per event and revision.
 * The files only grow in number; whoever changes a form raises its revision in {@link
 * EventRevisions} and adds a file.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("../api-contracts/src/test/golden");
    private static final Path PROPOSED = Path.of("target/golden");

    private final EventTypes types = new EventTypes();
    private final EventSerializer serializer = new EventSerializer(types);
    private final EventDecoder decoder = new EventDecoder(types, EventRevisions.upcasters());

    @Test
    void every_event_has_a_sample() {
        var sampled = EventSamples.today().stream().map(Object::getClass).collect(toSet());

        assertThat(types.all())
                .as("Events without a sample; add one to EventSamples")
                .filteredOn(event -> !sampled.contains(event))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_field_is_in_the_golden_file(HeadwayEvent sample) throws Exception {
        for (var field : sample.getClass().getRecordComponents()) {
            assertThat(field.getAccessor().invoke(sample)).as(field.getName()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_stored_exactly_as_its_golden_file(HeadwayEvent sample) throws IOException {
        var stored = serializer.serialize(sample, String.class);
        var name = stored.getType().getName() + ".v" + stored.getType().getRevision() + ".json";
        if (Files.notExists(GOLDEN.resolve(name))) {
            Files.createDirectories(PROPOSED);
            Files.writeString(PROPOSED.resolve(name), stored.getData() + "\n");
            fail(
                    "%s has no golden file. Look at the proposed one, then: cp lifecycle-service/%s api-contracts/src/test/golden/",
                    name, PROPOSED.resolve(name));
        }
        assertThat(stored.getData() + "\n")
                .as("A stored form never changes; raise the revision in EventRevisions instead")
                .isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void every_golden_file_ever_written_can_be_read(String file) throws IOException {
        var name = file.substring(0, file.indexOf(".v"));
        var revision = file.substring(file.indexOf(".v") + 2, file.length() - ".json".length());

        var read = decoder.decode(stored(name, revision, Files.readString(GOLDEN.resolve(file))));

        assertThat(read.event()).isEqualTo(expected(name, file));
    }

    private HeadwayEvent expected(String name, String file) {
        return EventSamples.past()
                .getOrDefault(
                        file,
                        EventSamples.today().stream()
                                .filter(event -> event.getClass().getSimpleName().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private static StoredEvent stored(String type, String revision, String json) {
        return new StoredEvent(
                1,
                "p1",
                "Partnership",
                1,
                "e1",
                type,
                revision,
                json.getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                Instant.EPOCH);
    }

    static Stream<HeadwayEvent> samples() {
        return EventSamples.today().stream();
    }

    static Stream<String> goldenFiles() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
