package dev.headway.projections.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.headway.projections.log.EventBytes;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events as CloudEvents in binary mode, with everything in the headers that it takes to have the
 * stored row again, byte for byte. {@code api-contracts/asyncapi/headway.yaml} is the promise.
 */
public final class TopicFormat {

    /** In front of an event's stored name. */
    public static final String TYPE_PREFIX = "dev.headway.";

    /** The type of a record that says how far there is nothing. */
    public static final String WATERMARK = TYPE_PREFIX + "Watermark";

    private static final String JSON = "application/json";

    private final String topic;
    private final URI source;

    public TopicFormat(TopicProperties properties) {
        this.topic = properties.topic();
        this.source = URI.create(properties.source());
    }

    /** An event on its way into one partition. */
    public ProducerRecord<@Nullable String, byte[]> event(
            EventBytes event, int partition, Claim claim) {
        var cloudEvent =
                claimed(claim)
                        .withId(event.eventId())
                        .withType(TYPE_PREFIX + event.type())
                        .withSubject(event.stream())
                        .withTime(event.effectiveAt().atOffset(ZoneOffset.UTC))
                        .withData(JSON, event.payload())
                        .withExtension("partitionkey", event.stream())
                        .withExtension("headwaystreamtype", event.streamType())
                        .withExtension("headwayversion", String.valueOf(event.version()))
                        .withExtension("headwayrevision", event.revision())
                        .withExtension("headwayrecorded", event.recordedAt().toString())
                        .withExtension("headwaymetadata", utf8(event.metadata()));
        Traceparent.of(event).ifPresent(each -> cloudEvent.withExtension("traceparent", each));
        return written(cloudEvent.build(), partition, event.stream());
    }

    /** That a partition has nothing more up to a position; its key is none, its value is empty. */
    public ProducerRecord<@Nullable String, byte[]> watermark(int partition, Claim claim) {
        var cloudEvent =
                claimed(claim)
                        .withId("watermark-%d-%d".formatted(partition, claim.position()))
                        .withType(WATERMARK)
                        .build();
        return written(cloudEvent, partition, null);
    }

    /** What a record says; empty for one that no Headway wrote. */
    public static Optional<TopicRecord> read(ConsumerRecord<@Nullable String, byte[]> message) {
        try {
            var read = KafkaMessageFactory.createReader(message).toEvent();
            var claim =
                    new Claim(
                            Long.parseLong(extension(read, "headwayprev")),
                            Long.parseLong(extension(read, "sequence")),
                            Long.parseLong(extension(read, "headwayepoch")),
                            PartitionLayout.parse(extension(read, "headwaylayout")));
            var event = read.getType().equals(WATERMARK) ? null : stored(read, claim.position());
            return Optional.of(new TopicRecord(message.offset(), claim, event));
        } catch (RuntimeException foreign) {
            return Optional.empty();
        }
    }

    private CloudEventBuilder claimed(Claim claim) {
        return CloudEventBuilder.v1()
                .withSource(source)
                .withExtension("sequence", "%020d".formatted(claim.position()))
                .withExtension("headwayprev", String.valueOf(claim.previous()))
                .withExtension("headwayepoch", String.valueOf(claim.epoch()))
                .withExtension("headwaylayout", claim.layout().text());
    }

    private ProducerRecord<@Nullable String, byte[]> written(
            CloudEvent event, int partition, @Nullable String key) {
        return KafkaMessageFactory.createWriter(topic, partition, key).writeBinary(event);
    }

    private static EventBytes stored(CloudEvent read, long position) {
        return new EventBytes(
                position,
                extension(read, "headwaystreamtype"),
                requireNonNull(read.getSubject()),
                Long.parseLong(extension(read, "headwayversion")),
                read.getId(),
                read.getType().substring(TYPE_PREFIX.length()),
                extension(read, "headwayrevision"),
                Instant.parse(extension(read, "headwayrecorded")),
                requireNonNull(read.getTime()).toInstant(),
                requireNonNull(read.getData()).toBytes(),
                extension(read, "headwaymetadata").getBytes(UTF_8));
    }

    private static String extension(CloudEvent event, String name) {
        return String.valueOf(requireNonNull(event.getExtension(name), name));
    }

    private static String utf8(byte[] text) {
        return new String(text, UTF_8);
    }
}
