package dev.headway.projections.log;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.headway.contracts.Channel;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns stored events back into facts for the projections. What was stored in today's revision is
 * read straight away; anything older takes the upcasters first.
 */
public final class EventDecoder {

    private final JsonMapper json = StoredForm.mapper();
    private final List<Upcaster> upcasters;
    private final Sealing sealing;
    private final Map<StoredType, ObjectReader> today = new HashMap<>();
    private final Map<String, ObjectReader> byName = new HashMap<>();
    private final ObjectReader provenance = json.readerFor(Provenance.class);

    /**
     * @param upcasters oldest first
     */
    public EventDecoder(EventTypes types, List<Upcaster> upcasters) {
        this(types, upcasters, Sealing.NONE);
    }

    /**
     * @param sealing what is done to each before anybody sees it
     */
    public EventDecoder(EventTypes types, List<Upcaster> upcasters, Sealing sealing) {
        this.upcasters = upcasters;
        this.sealing = sealing;
        for (var event : types.all()) {
            var reader = json.readerFor(event);
            byName.put(event.getSimpleName(), reader);
            today.put(StoredType.of(event), reader);
        }
    }

    /**
     * @throws UndecodableEventException when no event has its name, or it is not of its form
     */
    public RecordedEvent decode(StoredEvent stored) {
        try {
            return new RecordedEvent(
                    stored.position(),
                    stored.eventId(),
                    stored.stream(),
                    stored.version(),
                    sealing.recorded(requireNonNull(event(stored), "nothing")),
                    stored.recordedAt(),
                    sealing.recorded(provenance(stored.metadata())));
        } catch (RuntimeException e) {
            throw new UndecodableEventException(stored, e);
        }
    }

    private HeadwayEvent event(StoredEvent stored) {
        var reader = today.get(stored.storedType());
        return reader == null ? upcast(stored) : reader.readValue(stored.payload());
    }

    /** An older revision that no upcaster takes has the fields of today's, or fewer. */
    private HeadwayEvent upcast(StoredEvent stored) {
        var type = stored.storedType();
        var fields = json.readTree(stored.payload());
        for (var upcaster : upcasters) {
            if (upcaster.from().equals(type)) {
                type = upcaster.to();
                fields = upcaster.change().apply((ObjectNode) fields);
            }
        }
        return readerOf(type.name()).readValue(fields);
    }

    private ObjectReader readerOf(String name) {
        var reader = byName.get(name);
        if (reader == null) {
            throw new IllegalStateException("No event is called %s".formatted(name));
        }
        return reader;
    }

    /** What stands in the metadata; an event without a caller is Headway's own doing. */
    private Provenance provenance(byte[] metadata) {
        Provenance stored = provenance.readValue(metadata);
        return new Provenance(
                requireNonNullElse(stored.actor(), "headway"),
                stored.actorId(),
                stored.actorName(),
                requireNonNullElse(stored.role(), Role.ADMIN.name()),
                stored.through(),
                requireNonNullElse(stored.channel(), Channel.SYSTEM.name()),
                stored.reason(),
                requireNonNullElse(stored.correlationId(), ""),
                stored.requestId(),
                stored.corrects(),
                stored.traceparent());
    }
}
