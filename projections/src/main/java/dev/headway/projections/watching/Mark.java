package dev.headway.projections.watching;

import dev.headway.projections.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * An event that a clock is counted from.
 *
 * @param eventId which one
 * @param position its place in the log
 * @param type its stored name, as {@code TouchpointRecorded}
 * @param at the instant the threshold is counted from: when it happened, or the date it speaks of
 */
record Mark(String eventId, long position, String type, Instant at) {

    static Mark of(RecordedEvent recorded) {
        var event = recorded.event();
        return new Mark(
                recorded.eventId(),
                recorded.position(),
                event.getClass().getSimpleName(),
                event.effectiveAt());
    }

    /** The same event, counted from the date that it promises or limits. */
    Mark on(Instant date) {
        return new Mark(eventId, position, type, date);
    }

    Mark plus(Duration time) {
        return on(at.plus(time));
    }

    boolean isNewerThan(Mark other) {
        return !at.isBefore(other.at);
    }
}
