package dev.headway.projections.watching;

import dev.headway.projections.reading.RecordedEvent;
import java.time.Instant;

/**
 * An event that a clock is counted from.
 *
 * @param eventId which one
 * @param type its stored name, as {@code TouchpointRecorded}
 * @param at the instant the threshold is counted from; for motion its effective time
 */
record Mark(String eventId, String type, Instant at) {

    static Mark of(RecordedEvent recorded) {
        var event = recorded.event();
        return new Mark(recorded.eventId(), event.getClass().getSimpleName(), event.effectiveAt());
    }
}
