package dev.headway.projections.deadletters;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.log.UndecodableEventException;

/**
 * The first event that a projection could not work in: from it on its stream is passed over.
 *
 * @param ofPartnership whether its stream is a partnership's, and concerns nobody else
 */
public record ParkedEvent(
        String stream,
        boolean ofPartnership,
        long position,
        long version,
        String eventId,
        String eventType) {

    private static final String PARTNERSHIP = "partnership";

    /** One that its projection failed at. */
    public static ParkedEvent of(RecordedEvent recorded) {
        return new ParkedEvent(
                recorded.stream(),
                recorded.event() instanceof PartnershipEvent,
                recorded.position(),
                recorded.version(),
                recorded.eventId(),
                recorded.event().getClass().getSimpleName());
    }

    /** One that nothing here reads. */
    public static ParkedEvent of(UndecodableEventException failure) {
        var stored = failure.stored();
        return new ParkedEvent(
                stored.stream(),
                stored.streamType().equals(PARTNERSHIP),
                stored.position(),
                stored.version(),
                stored.eventId(),
                stored.type());
    }
}
