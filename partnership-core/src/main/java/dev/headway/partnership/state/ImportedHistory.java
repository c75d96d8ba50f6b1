package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What an import brought: the dates of its ungated moves, which no later row may change, and what
 * the newest row said, so that the same row again changes nothing.
 */
public record ImportedHistory(PMap<Stage, Instant> enteredAt, @Nullable RowImported lastRow) {

    static final ImportedHistory NONE = new ImportedHistory(HashTreePMap.empty(), null);

    /** A partnership is registered only once, whatever the order of what is met. */
    ImportedHistory evolve(PartnershipEvent event) {
        return switch (event) {
            case PartnershipRegistered e -> enteredAt.isEmpty() ? of(e) : this;
            case GatedMove e when e.gate() == null ->
                    new ImportedHistory(enteredAt.plus(e.stage(), e.effectiveAt()), lastRow);
            case RowImported e -> new ImportedHistory(enteredAt, e);
            case StageEntered _, DescriptionEvent _, ParkingEvent _ -> this;
            case EvidenceEvent _, ObligationEvent _, MotionEvent _ -> this;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> this;
        };
    }

    /** What the files said stays what they said, so that the same row again changes nothing. */
    static ImportedHistory of(List<Recorded> events) {
        var imported = NONE;
        for (var each : events) {
            imported = imported.evolve(each.event());
        }
        return imported;
    }

    static ImportedHistory of(PartnershipRegistered event) {
        return new ImportedHistory(
                HashTreePMap.singleton(Stage.PROSPECT, event.effectiveAt()), null);
    }
}
