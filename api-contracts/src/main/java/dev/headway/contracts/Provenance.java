package dev.headway.contracts;

import dev.headway.contracts.written.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind an event, and on what occasion; stored as the event's metadata.
 *
 * @param actor the subject of the person's identity, or {@code headway} for what Headway does
 *     itself
 * @param actorId the person in the directory, or null where an event is older than that
 * @param actorName the person's name as it was shown then, or null as well
 * @param role the strongest of the caller's roles, in capitals ({@link Role})
 * @param through the subject of the service that made the call for the person, or null
 * @param channel through which door it came in ({@link Channel})
 * @param reason why, in the caller's words, where a reason was given
 * @param correlationId what all this belongs to, as whoever called named it; else the request
 * @param requestId the one request that brought it, as Headway named it; null where an event is
 *     older than that
 * @param corrects the id of the withdrawn event in whose place this one stands, or null
 * @param traceparent the trace of what brought it, for whoever continues it (W3C Trace Context);
 *     null where it was not traced
 */
public record Provenance(
        String actor,
        @Nullable String actorId,
        @Personal(id = "actorId") @Nullable String actorName,
        String role,
        @Nullable String through,
        String channel,
        @Nullable String reason,
        String correlationId,
        @Nullable String requestId,
        @Nullable String corrects,
        @Nullable String traceparent) {

    /** Of somebody of whom nothing but a subject is known, and who gave no reason. */
    public static Provenance of(String actor, String role, String channel, String correlationId) {
        return new Provenance(
                actor, null, null, role, null, channel, null, correlationId, null, null, null);
    }

    /** The same, of an event that stands in the place of a withdrawn one; null for its own. */
    public Provenance inPlaceOf(@Nullable String eventId) {
        return new Provenance(
                actor,
                actorId,
                actorName,
                role,
                through,
                channel,
                reason,
                correlationId,
                requestId,
                eventId,
                traceparent);
    }

    /** The actor as people know them: by name, or by subject where no name is known. */
    public String shownActor() {
        return actorName == null ? actor : actorName;
    }
}
