package dev.headway.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who is behind an event, and on what occasion; stored as the event's metadata.
 *
 * @param actor the subject of the caller's token, or {@code headway} for what Headway does itself
 * @param role the strongest of the caller's roles, in capitals ({@link Role})
 * @param onBehalfOf for whom the actor acted, if not for themselves
 * @param channel through which door it came in ({@link Channel})
 * @param reason why, in the caller's words, where a reason was given
 * @param correlationId the request all this belongs to
 * @param corrects the id of the withdrawn event in whose place this one stands, or null
 */
public record Provenance(
        String actor,
        String role,
        @Nullable String onBehalfOf,
        String channel,
        @Nullable String reason,
        String correlationId,
        @Nullable String corrects) {

    /** Of an event that stands in its own place. */
    public Provenance(
            String actor,
            String role,
            @Nullable String onBehalfOf,
            String channel,
            @Nullable String reason,
            String correlationId) {
        this(actor, role, onBehalfOf, channel, reason, correlationId, null);
    }
}
