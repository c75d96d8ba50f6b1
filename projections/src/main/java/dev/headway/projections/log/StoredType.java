package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event is stored as.
 *
 * @param name its stable name, as {@code PartnershipLaunched}; never a class name
 * @param revision of its form
 */
public record StoredType(String name, @Nullable String revision) {

    /** What an event is stored as today. */
    static StoredType of(Class<? extends HeadwayEvent> event) {
        return new StoredType(event.getSimpleName(), EventRevisions.of(event));
    }
}
