package dev.headway.lifecycle.eventstore;

import static java.util.Objects.requireNonNullElse;

import dev.headway.contracts.Channel;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.Role;
import dev.headway.projections.reading.RecordedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/**
 * Turns stored events back into facts for the projections. What was stored in today's revision is
 * read straight away; anything older takes the same upcasters that Axon takes.
 */
final class EventDecoder {

    private final StableNames serializer;
    private final EventUpcaster upcasters;
    private final Map<StoredType, ObjectReader> today = new HashMap<>();
    private final ObjectReader provenance;

    EventDecoder(StableNames serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        var json = serializer.getObjectMapper();
        this.provenance = json.readerFor(Provenance.class);
        for (var event : serializer.types().all()) {
            var stored = new StoredType(event.getSimpleName(), EventRevisions.of(event));
            today.put(stored, json.readerFor(event));
        }
    }

    RecordedEvent decode(StoredEvent stored) {
        return new RecordedEvent(
                stored.position(),
                stored.eventId(),
                stored.stream(),
                stored.version(),
                event(stored),
                stored.recordedAt(),
                provenance(stored.metadata()));
    }

    private HeadwayEvent event(StoredEvent stored) {
        var reader = today.get(new StoredType(stored.type(), stored.revision()));
        return reader == null ? upcasted(stored) : reader.readValue(stored.payload());
    }

    /** One event in, one event out: dropping or splitting would move positions. */
    private HeadwayEvent upcasted(StoredEvent stored) {
        IntermediateEventRepresentation asStored =
                new InitialEventRepresentation(stored, serializer);
        var asToday = upcasters.upcast(Stream.of(asStored)).toList();
        if (asToday.size() != 1) {
            throw new IllegalStateException(
                    "Upcasting %s.v%s at %d gave %d events instead of one"
                            .formatted(
                                    stored.type(),
                                    stored.revision(),
                                    stored.position(),
                                    asToday.size()));
        }
        Object event = serializer.deserialize(asToday.getFirst().getData());
        if (event instanceof HeadwayEvent fact) {
            return fact;
        }
        throw new IllegalStateException(
                "Nothing here reads %s.v%s at %d"
                        .formatted(stored.type(), stored.revision(), stored.position()));
    }

    /** What stands in the metadata; an event without a caller is Headway's own doing. */
    private Provenance provenance(byte[] metadata) {
        Provenance stored = provenance.readValue(metadata);
        return new Provenance(
                requireNonNullElse(stored.actor(), "headway"),
                requireNonNullElse(stored.role(), Role.ADMIN.name()),
                stored.onBehalfOf(),
                requireNonNullElse(stored.channel(), Channel.SYSTEM.name()),
                stored.reason(),
                requireNonNullElse(stored.correlationId(), ""));
    }

    private record StoredType(String name, @Nullable String revision) {}
}
