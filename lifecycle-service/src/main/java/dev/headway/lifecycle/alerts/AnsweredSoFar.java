package dev.headway.lifecycle.alerts;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.projections.watching.AlertsToAnswer.Noticed;
import org.jspecify.annotations.Nullable;

/**
 * An alert as whoever answers meets it.
 *
 * @param noticed what the watch has of it
 * @param last the newest answer, which the watch may not have heard of yet; null before the first
 */
record AnsweredSoFar(Noticed noticed, @Nullable AlertEvent last) {

    boolean isResolved() {
        return noticed.status().equals("RESOLVED");
    }

    boolean isDismissed() {
        return last instanceof AlertDismissed;
    }

    String partnershipId() {
        return noticed.partnershipId();
    }

    String rule() {
        return noticed.rule();
    }

    /** Happened, unless it says what was said last and still holds. */
    Decision unlessSaid(AlertEvent answer, String status, boolean same) {
        return same && noticed.status().equals(status)
                ? new Decision.NothingNew()
                : new Decision.Answered(answer);
    }
}
