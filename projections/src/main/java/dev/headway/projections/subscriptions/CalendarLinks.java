package dev.headway.projections.subscriptions;

import java.time.Instant;
import java.util.Optional;

/** The secret links that people made, as those know them who keep them. */
public interface CalendarLinks {

    /**
     * What a link shows.
     *
     * @param everything whether it shows what everybody owns, instead of what its person does
     */
    record Shown(String personId, boolean everything) {}

    /**
     * Empty for what was never there, was revoked, or is of somebody who gets in no more.
     *
     * @throws dev.headway.projections.http.Problem 503 when nobody can say
     */
    Optional<Shown> find(CalendarSecret secret);

    /**
     * Notes that one was read that was found just before.
     *
     * @param etag of what it is answered
     * @return since when it is answered this; empty when it is good no more
     * @throws dev.headway.projections.http.Problem 503 when nobody can say
     */
    Optional<Instant> read(CalendarSecret secret, String etag);
}
