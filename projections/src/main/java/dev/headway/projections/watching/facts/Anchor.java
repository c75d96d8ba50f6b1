package dev.headway.projections.watching.facts;

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
public record Anchor(String eventId, long position, String type, Instant at) {

    public static Anchor of(RecordedEvent recorded) {
        var event = recorded.event();
        return new Anchor(
                recorded.eventId(),
                recorded.position(),
                event.getClass().getSimpleName(),
                event.effectiveAt());
    }

    /** The same event, counted from the date that it promises or limits. */
    public Anchor on(Instant date) {
        return new Anchor(eventId, position, type, date);
    }

    public Anchor plus(Duration time) {
        return on(at.plus(time));
    }

    public boolean isNewerThan(Anchor other) {
        return !at.isBefore(other.at);
    }
}
