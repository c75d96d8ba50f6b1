package dev.headway.projections.subscriptions;

import java.time.Instant;

/**
 * Something that is on a day, or at an instant.
 *
 * @param uid stays the same while it moves
 * @param partnershipId whose it is
 * @param summary in one line, with what people wrote in it
 */
record CalendarEntry(String uid, String partnershipId, Instant on, String summary) {}
