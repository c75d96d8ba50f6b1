package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.partnership.state.RecordedHistory;
import org.jspecify.annotations.Nullable;

/**
 * What rows said before all of a row was kept in one event: it is in the others that they brought.
 */
final class SaidBefore {

    private SaidBefore() {}

    static RowImported of(RowImported row, RecordedHistory history) {
        var registered = newest(history, PartnershipRegistered.class);
        var end = newest(history, PartnershipSunset.class);
        var motion = newest(history, MotionImported.class);
        return new RowImported(
                row.externalKey(),
                row.name(),
                registered == null ? null : registered.partnerName(),
                registered == null ? null : registered.partnerType(),
                registered == null ? null : registered.segment(),
                row.owner(),
                row.pattern(),
                end == null || end.gate() != null ? null : end.reasonCode(),
                motion == null ? null : motion.effectiveAt(),
                row.effectiveAt());
    }

    private static <E extends PartnershipEvent> @Nullable E newest(
            RecordedHistory history, Class<E> kind) {
        for (var recorded : history.events().reversed()) {
            if (kind.isInstance(recorded.event())) {
                return kind.cast(recorded.event());
            }
        }
        return null;
    }
}
