package dev.headway.projections.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.log.EventBytes;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * What of a stored event is which attribute of a CloudEvent, on the topic and over HTTP alike.
 *
 * @param source which Headway the events are of
 */
public record EventEnvelope(URI source) {

    /** In front of an event's stored name. */
    public static final String TYPE_PREFIX = "dev.headway.";

    private static final String JSON = "application/json";

    /** An event, to which whoever sends it may add what it has to say of the way. */
    public CloudEventBuilder of(EventBytes event) {
        var cloudEvent =
                CloudEventBuilder.v1()
                        .withId(event.eventId())
                        .withSource(source)
                        .withType(TYPE_PREFIX + event.type())
                        .withSubject(event.stream())
                        .withTime(event.effectiveAt().atOffset(ZoneOffset.UTC))
                        .withData(JSON, event.payload())
                        .withExtension("sequence", sequence(event.position()))
                        .withExtension("partitionkey", event.stream())
                        .withExtension("headwaystreamtype", event.streamType())
                        .withExtension("headwayversion", String.valueOf(event.version()))
                        .withExtension("headwayrevision", event.revision())
                        .withExtension("headwayrecorded", event.recordedAt().toString())
                        .withExtension("headwaymetadata", new String(event.metadata(), UTF_8));
        Traceparent.of(event).ifPresent(each -> cloudEvent.withExtension("traceparent", each));
        return cloudEvent;
    }

    /** A position, in as many digits as any has, so that texts are in its order. */
    public static String sequence(long position) {
        return "%020d".formatted(position);
    }

    /** The stored name behind a type, or behind itself. */
    public static String nameOf(String type) {
        return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
    }
}
