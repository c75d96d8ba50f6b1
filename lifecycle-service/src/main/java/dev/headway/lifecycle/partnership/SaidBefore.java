package dev.headway.lifecycle.partnership;

import dev.headway.contracts.EffectiveHistory.Recorded;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.RowImported;
import dev.headway.lifecycle.partnership.state.RecordedHistory;
import java.util.Optional;

/**
 * What rows said before all of a row was kept in one event: it is in the others that they brought.
 */
final class SaidBefore {

    private SaidBefore() {}

    static RowImported of(RowImported row, RecordedHistory history) {
        var registered = newest(history, PartnershipRegistered.class);
        return new RowImported(
                row.externalKey(),
                row.name(),
                registered.map(PartnershipRegistered::partnerName).orElse(null),
                registered.map(PartnershipRegistered::partnerType).orElse(null),
                registered.map(PartnershipRegistered::segment).orElse(null),
                row.owner(),
                row.pattern(),
                newest(history, PartnershipSunset.class)
                        .filter(end -> end.gate() == null)
                        .map(PartnershipSunset::reasonCode)
                        .orElse(null),
                newest(history, MotionImported.class).map(MotionImported::effectiveAt).orElse(null),
                row.effectiveAt());
    }

    private static <E extends PartnershipEvent> Optional<E> newest(
            RecordedHistory history, Class<E> kind) {
        return history.events().reversed().stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
