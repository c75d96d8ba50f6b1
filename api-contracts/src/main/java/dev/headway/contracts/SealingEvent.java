package dev.headway.contracts;

import java.time.Instant;

/** The life of the transparency log over all events: one stream, {@code sealing}. */
public sealed interface SealingEvent extends HeadwayEvent {

    /** The stream's name. */
    String STREAM = "sealing";

    /**
     * A log begins in the place of another one, of which the database has less than was signed, or
     * something else. It is the first leaf of the new log as well.
     *
     * @param origin what the new log is called
     * @param previousOrigin what the other one was called
     * @param previousSize how many events were signed of it
     * @param previousCheckpoint what was signed of it last, as a note
     * @param statement that this log begins in the place of that one, signed by the log's key
     */
    record LogBegunAnew(
            String origin,
            String previousOrigin,
            long previousSize,
            String previousCheckpoint,
            String statement,
            Instant effectiveAt)
            implements SealingEvent {}
}
