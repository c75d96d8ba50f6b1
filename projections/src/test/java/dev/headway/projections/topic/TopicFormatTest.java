package dev.headway.projections.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.log.EventBytes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written is read again, byte for byte. */
class TopicFormatTest {

    private static final PartitionLayout LAYOUT = new PartitionLayout("Lx3-k_9sQ0", 6);
    private static final Claim CLAIM = new Claim(41, 47, 3, LAYOUT);

    private final TopicFormat format =
            new TopicFormat(new TopicProperties("", "events", 6, null, "/headway", "g", Map.of()));

    @Test
    void an_event_is_the_stored_row_again() {
        var event =
                event(
                        "partnership",
                        "p-1",
                        "{\"summary\":\"Über größer 🦆\"}",
                        "{\"actor\":\"mia\"}");
        var read = TopicFormat.read(received(format.event(event, 2, CLAIM))).orElseThrow();
        assertThat(read.claim()).isEqualTo(CLAIM);
        assertThat(read.offset()).isEqualTo(9);
        assertThat(read.event()).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void an_event_is_a_cloud_event_in_binary_mode() {
        var event = event("partnership", "p-1", "{}", "{\"actor\":\"mia\"}");
        var written = format.event(event, 2, CLAIM);
        assertThat(written.key()).isEqualTo("p-1");
        assertThat(written.partition()).isEqualTo(2);
        assertThat(written.timestamp())
                .isNull(); // when it is written, or retention would delete it
        assertThat(written.value()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(texts(written.headers()))
                .isEqualTo(
                        new TreeMap<>(
                                Map.ofEntries(
                                        Map.entry("ce_specversion", "1.0"),
                                        Map.entry("ce_id", "e-1"),
                                        Map.entry("ce_source", "/headway"),
                                        Map.entry("ce_type", "dev.headway.PartnershipLaunched"),
                                        Map.entry("ce_subject", "p-1"),
                                        Map.entry("ce_time", "2026-03-01T09:30:00.000001Z"),
                                        Map.entry("content-type", "application/json"),
                                        Map.entry("ce_partitionkey", "p-1"),
                                        Map.entry("ce_sequence", "00000000000000000047"),
                                        Map.entry("ce_headwayprev", "41"),
                                        Map.entry("ce_headwayepoch", "3"),
                                        Map.entry("ce_headwaylayout", "Lx3-k_9sQ0:6"),
                                        Map.entry("ce_headwaystreamtype", "partnership"),
                                        Map.entry("ce_headwayversion", "4"),
                                        Map.entry("ce_headwayrevision", "1"),
                                        Map.entry(
                                                "ce_headwayrecorded",
                                                "2026-03-02T09:30:00.123456Z"),
                                        Map.entry("ce_headwaymetadata", "{\"actor\":\"mia\"}"))));
    }

    @Test
    void an_event_that_was_traced_has_the_trace_as_an_extension_and_is_the_stored_row_again() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var metadata = "{\"actor\":\"mia\",\"traceparent\":\"%s\"}".formatted(trace);
        var event = event("partnership", "p-1", "{}", metadata);
        var written = format.event(event, 2, CLAIM);

        assertThat(texts(written.headers())).containsEntry("ce_traceparent", trace);
        assertThat(TopicFormat.read(received(written)).orElseThrow().event())
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @Test
    void what_somebody_wrote_is_no_trace() {
        var metadata = "{\"reason\":\"\\\"traceparent\\\":\\\"00-1\\\"\"}";
        var written = format.event(event("partnership", "p-1", "{}", metadata), 2, CLAIM);

        assertThat(texts(written.headers())).doesNotContainKey("ce_traceparent");
    }

    @Test
    void a_watermark_has_no_event() {
        var read = TopicFormat.read(received(format.watermark(2, CLAIM))).orElseThrow();
        assertThat(read.claim()).isEqualTo(CLAIM);
        assertThat(read.event()).isNull();
    }

    @Test
    void what_somebody_else_wrote_is_nothing() {
        var theirs = new ProducerRecord<@Nullable String, byte[]>("events", 0, "key", new byte[3]);
        assertThat(TopicFormat.read(received(theirs))).isEmpty();
    }

    @Test
    void a_stream_has_a_partition_and_what_concerns_everybody_has_all() {
        var partnership = event("partnership", "p-1", "{}", "{}");
        assertThat(LAYOUT.partitionsOf(partnership)).hasSize(1);
        assertThat(LAYOUT.partitionsOf(event("program", "program", "{}", "{}")))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(LAYOUT.partitionsOf(event("person", "mia", "{}", "{}"))).hasSize(6);
    }

    private static EventBytes event(
            String streamType, String stream, String payload, String metadata) {
        return new EventBytes(
                47,
                streamType,
                stream,
                4,
                "e-1",
                "PartnershipLaunched",
                "1",
                Instant.parse("2026-03-02T09:30:00.123456Z"),
                Instant.parse("2026-03-01T09:30:00.000001Z"),
                payload.getBytes(UTF_8),
                metadata.getBytes(UTF_8));
    }

    private static ConsumerRecord<@Nullable String, byte[]> received(
            ProducerRecord<@Nullable String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                2,
                9,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                java.util.Optional.empty());
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new TreeMap<String, String>();
        headers.forEach(each -> texts.put(each.key(), new String(each.value(), UTF_8)));
        return texts;
    }
}
