package dev.headway.projections.questions.partnership;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.carriers.CarriedMotion;
import java.time.Instant;
import java.util.List;

/**
 * A partnership as it was.
 *
 * @param recordedLater what had happened by then and was recorded only afterwards, in the order in
 *     which it was; none where it is told what had been recorded
 * @param moves who had moved it by then
 */
record PastPartnership(
        KnownPartnership known, List<LateFact> recordedLater, List<CarriedMotion> moves) {

    /** What was recorded after the time that is asked about. */
    record LateFact(String event, String type, Instant effectiveAt, Instant recordedAt) {

        static LateFact of(RecordedEvent recorded) {
            return new LateFact(
                    recorded.eventId(),
                    recorded.event().getClass().getSimpleName(),
                    recorded.event().effectiveAt(),
                    recorded.recordedAt());
        }
    }
}
