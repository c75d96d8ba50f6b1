package dev.headway.projections.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.projections.cloudevents.CloudEventBatch;
import dev.headway.projections.log.ChosenEvents;
import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventChoice;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventTable;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.ReadableEvents;
import dev.headway.projections.personal.KeysInMemory;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.personal.UnknownKeyException;
import dev.headway.projections.topic.Claim;
import dev.headway.projections.topic.PartitionLayout;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.topic.TopicProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event there ever was, as a batch and as the publisher writes the same stored row. */
class SameEventsAsOnTheTopicTest {

    private static final Path GOLDEN = Path.of("../api-contracts/src/test/golden");
    private static final String METADATA =
            "{\"actor\":\"mia\",\"reason\":\"größer \\\"als\\\" 🦆\",\"role\":\"ADMIN\"}";
    private static final Set<String> OF_PARTITIONS =
            Set.of("headwayprev", "headwayepoch", "headwaylayout");

    private final EventTable table = new EventTable();
    private final EventFeed feed =
            new EventFeed(
                    new EventReads(table.database),
                    new ChosenEvents(table.database, ReadableEvents.ALL));
    private final TopicFormat topic =
            new TopicFormat(new TopicProperties("", "events", 6, null, "/headway", "g", Map.of()));
    private final KeysInMemory keys = new KeysInMemory();
    private final PersonalText texts = new PersonalText(keys);
    private final OpenedEvents opened =
            new OpenedEvents(
                    new EventTypes(),
                    Optional.of(new PersonalFields(texts, true)),
                    Optional.of(texts),
                    URI.create("/headway"));

    @Test
    void golden_events_have_the_topics_order_ids_attributes_and_data() throws IOException {
        storeGoldenEvents();
        var stored = all();

        var batch = batch(stored);

        assertThat(batch).hasSameSizeAs(stored).hasSizeGreaterThan(90);
        for (int i = 0; i < stored.size(); i++) {
            var claim = new Claim(0, stored.get(i).position(), 3, layout());
            var message = topic.event(stored.get(i), 2, claim);
            var headers = new TreeMap<String, String>();
            message.headers()
                    .forEach(
                            header ->
                                    headers.put(
                                            header.key().replaceFirst("^ce_", ""),
                                            new String(header.value(), UTF_8)));
            headers.keySet().removeAll(OF_PARTITIONS);
            headers.put("datacontenttype", headers.remove("content-type"));
            assertThat(attributes(batch.get(i))).isEqualTo(headers);
            assertThat(text(stored)).contains(",\"data\":" + new String(message.value(), UTF_8));
            assertThat(batch.get(i).get("data"))
                    .isEqualTo(JsonMapper.shared().readTree(message.value()));
        }
    }

    @Test
    void names_are_opened_and_whoever_was_forgotten_is_forgotten() {
        var ada = texts.seal(null, "Ada \"the\" Okafor\\");
        var jon = texts.seal(null, "Jon Vale");
        store(1, "SeatFilled", seat(ada), "{\"actor\":\"a\",\"actorName\":\"%s\"}".formatted(ada));
        store(2, "SeatFilled", seat(jon), "{\"actor\":\"j\",\"actorName\":\"%s\"}".formatted(jon));
        keys.destroy(PersonalText.named("Jon Vale"));

        var batch = batch(all());

        assertThat(batch.get(0).at("/data/holder").asString()).isEqualTo("Ada \"the\" Okafor\\");
        assertThat(metadata(batch.get(0)).get("actorName").asString())
                .isEqualTo("Ada \"the\" Okafor\\");
        assertThat(batch.get(1).at("/data/holder").asString()).isEqualTo("(forgotten)");
        assertThat(metadata(batch.get(1)).get("actorName").asString()).isEqualTo("(forgotten)");
    }

    @Test
    void whoever_was_forgotten_is_so_in_events_from_before_names_were_sealed() {
        store(1, "SeatFilled", seat("Jon Vale"), "{\"actor\":\"j\",\"actorName\":\"Jon Vale\"}");
        store(2, "SeatFilled", seat("Ada Okafor"), "{\"actor\":\"j\",\"actorName\":\"Jon Vale\"}");
        keys.destroy(PersonalText.named("Jon Vale"));

        var text = text(all());

        assertThat(text).doesNotContain("Jon Vale").contains("Ada Okafor");
        assertThat(JsonMapper.shared().readTree(text).get(0).at("/data/holder").asString())
                .isEqualTo("(forgotten)");
    }

    @Test
    void a_key_that_is_missing_is_an_error_and_nobody_is_left_out() {
        var elsewhere = new PersonalText(new KeysInMemory()).seal(null, "Ada Okafor");
        store(1, "SeatFilled", seat(elsewhere), "{}");

        assertThatThrownBy(() -> batch(all())).isInstanceOf(UnknownKeyException.class);
    }

    @Test
    void what_nothing_here_reads_is_passed_on_as_it_is_stored() {
        store(1, "InventedLater", "{\"some\":[1.50,{}]}", "{}");
        store(2, "SeatFilled", "{\"seat\":", "{}");
        store(3, "SeatFilled", "", "{}");
        store(4, "SeatFilled", "{} {}", "{}");

        var batch = batch(all());

        assertThat(text(all())).contains("\"data\":{\"some\":[1.50,{}]}");
        assertThat(batch.get(1).has("data")).isFalse();
        assertThat(decoded(batch.get(1))).isEqualTo("{\"seat\":");
        assertThat(decoded(batch.get(2))).isEmpty();
        assertThat(decoded(batch.get(3))).isEqualTo("{} {}");
    }

    private void storeGoldenEvents() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            int version = 0;
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                store(
                        ++version,
                        name.substring(0, name.indexOf(".v")),
                        Files.readString(file).strip(),
                        METADATA);
            }
        }
    }

    private void store(long version, String type, String payload, String metadata) {
        table.append("p1", version, type, payload, metadata);
    }

    private List<EventBytes> all() {
        return feed.page(EventChoice.ALL, 0, Long.MAX_VALUE, 1_000, Long.MAX_VALUE).events();
    }

    private List<JsonNode> batch(List<EventBytes> events) {
        return JsonMapper.shared().readTree(text(events)).valueStream().toList();
    }

    private String text(List<EventBytes> events) {
        return new String(
                CloudEventBatch.json(events.stream().map(opened::opened).toList()), UTF_8);
    }

    private static Map<String, String> attributes(JsonNode event) {
        var attributes = new TreeMap<String, String>();
        event.properties()
                .forEach(
                        each -> {
                            if (!each.getKey().equals("data")) {
                                attributes.put(each.getKey(), each.getValue().asString());
                            }
                        });
        return attributes;
    }

    private static JsonNode metadata(JsonNode event) {
        return JsonMapper.shared().readTree(event.get("headwaymetadata").asString());
    }

    private static String decoded(JsonNode event) {
        return new String(Base64.getDecoder().decode(event.get("data_base64").asString()), UTF_8);
    }

    private static String seat(String holder) {
        return "{\"seat\":\"SUPPORT\",\"holder\":\"%s\",\"side\":\"PARTNER\",\"effectiveAt\":\"2026-03-02T09:30:00Z\"}"
                .formatted(holder);
    }

    private static PartitionLayout layout() {
        return new PartitionLayout("Lx3-k_9sQ0", 6);
    }
}
