package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.watching.alerts.AlertLookup.Noticed;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a response to it meets it.
 *
 * @param row what the watch has of it
 * @param lastResponse the newest answer, which the watch may not have heard of yet; null before the
 *     first
 * @param owner whose it is, or null
 * @param version how many answers there are
 */
record AlertState(
        Noticed row, @Nullable AlertEvent lastResponse, @Nullable Owner owner, long version) {

    boolean isResolved() {
        return row.status().equals("RESOLVED");
    }

    String partnershipId() {
        return row.partnershipId();
    }

    String rule() {
        return row.rule();
    }

    /**
     * Happened, unless it says what was said last and still holds. What the watch has not heard of
     * yet holds; what it has may be over, since snoozes end and policies reopen alerts.
     */
    AlertDecision unlessRepeated(AlertEvent response, String status, boolean same) {
        return same && (row.version() < version || row.status().equals(status))
                ? new AlertDecision.NothingNew()
                : new AlertDecision.Responded(response);
    }
}
