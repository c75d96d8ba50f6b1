package dev.headway.lifecycle.eventstore;

import dev.headway.contracts.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How {@link Provenance} travels as Axon metadata, on commands and then on their events. Called by
 * the HTTP layer when it sends a command; the same keys are what is stored.
 */
public final class ProvenanceMetadata {

    /** The keys to carry over from a command to its events. */
    public static final List<String> KEYS =
            List.of("actor", "role", "onBehalfOf", "channel", "reason", "correlationId");

    private ProvenanceMetadata() {}

    /** The parts that are there, under {@link #KEYS}. */
    public static Map<String, String> of(Provenance provenance) {
        var metadata = new HashMap<String, String>();
        metadata.put("actor", provenance.actor());
        metadata.put("role", provenance.role());
        metadata.put("channel", provenance.channel());
        metadata.put("correlationId", provenance.correlationId());
        if (provenance.onBehalfOf() != null) {
            metadata.put("onBehalfOf", provenance.onBehalfOf());
        }
        if (provenance.reason() != null) {
            metadata.put("reason", provenance.reason());
        }
        return metadata;
    }
}
