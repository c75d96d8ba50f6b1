package dev.headway.projections.watching.alerts;

import java.util.Optional;
import java.util.UUID;

/** What whoever decides on an answer needs to know of an alert: is it there, and is it over? */
public interface AlertLookup {

    /**
     * An alert as the watch has it.
     *
     * @param status as in {@code GET /alerts}
     * @param version how many answers the watch has heard of
     */
    record Noticed(UUID alertId, String partnershipId, String rule, String status, long version) {}

    /** Empty when there is no such alert. */
    Optional<Noticed> find(UUID alert);
}
