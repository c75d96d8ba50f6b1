package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.projections.watching.alerts.AlertLookup.Noticed;
import org.jspecify.annotations.Nullable;

/**
 * An alert as whoever answers meets it.
 *
 * @param noticed what the watch has of it
 * @param last the newest answer, which the watch may not have heard of yet; null before the first
 * @param version how many answers there are
 */
record AlertState(Noticed noticed, @Nullable AlertEvent last, long version) {

    boolean isResolved() {
        return noticed.status().equals("RESOLVED");
    }

    String partnershipId() {
        return noticed.partnershipId();
    }

    String rule() {
        return noticed.rule();
    }

    /**
     * Happened, unless it says what was said last and still holds. What the watch has not heard of
     * yet holds; what it has may be over, since snoozes end and policies reopen alerts.
     */
    AlertDecision unlessSaid(AlertEvent answer, String status, boolean same) {
        return same && (noticed.version() < version || noticed.status().equals(status))
                ? new AlertDecision.NothingNew()
                : new AlertDecision.Answered(answer);
    }
}
