package dev.headway.projections.watching.hindsight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time within which a rule held for a partnership.
 *
 * @param partnership its name of today
 * @param about the subject in words (a seat), or empty
 * @param anchorAt when that happened from which it was counted
 * @param dueAt its first instant
 * @param endedAt when that happened which ended it; null where nothing did
 * @param endedBy the id of that event
 */
public record PastEpisode(
        String partnershipId,
        String partnership,
        String about,
        Instant anchorAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** Whether it had begun, and was not over, at an instant. */
    public boolean isOpenAt(Instant at) {
        return dueAt.isBefore(at) && (endedAt == null || !endedAt.isBefore(at));
    }

    /** Whether it began from one instant to before another. */
    public boolean beganWithin(Instant from, Instant to) {
        return !dueAt.isBefore(from) && dueAt.isBefore(to);
    }

    PastEpisode endedBy(String eventId, Instant at) {
        return new PastEpisode(partnershipId, partnership, about, anchorAt, dueAt, at, eventId);
    }
}
