package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.partnership.state.RecordedHistory;
import java.util.Optional;

/**
 * The last motion of a later row never moves the clock backwards, unless what an earlier row
 * brought has been withdrawn: then the file may say when it really was.
 */
final class EarlierMotion {

    private EarlierMotion() {}

    /** What is wrong with a row's motion, and by which call it is mended. */
    static Optional<String> of(ImportPartnership row, RowImported before, RecordedHistory history) {
        var given = row.lastMotionAt();
        var known = before.lastMotionAt();
        if (given == null || known == null || !given.isBefore(known)) {
            return Optional.empty();
        }
        return history.latest(MotionImported.class, motion -> motion.effectiveAt().equals(known))
                .map(
                        motion ->
                                ("lastMotionAt goes on only, and is %s here; if that never was,"
                                                + " withdraw it by POST"
                                                + " /partnerships/%s/history/%s/withdrawal")
                                        .formatted(known, row.partnershipId(), motion.eventId()));
    }
}
