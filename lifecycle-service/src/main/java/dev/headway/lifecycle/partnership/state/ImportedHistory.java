package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.EffectiveHistory.Recorded;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
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

    /** After an event as it was recorded, whatever was corrected since. */
    static ImportedHistory evolve(ImportedHistory imported, PartnershipEvent recorded) {
        return switch (recorded) {
            case PartnershipRegistered e -> of(e);
            case GatedMove e -> imported.evolve(e);
            case RowImported e -> imported.evolve(e);
            case StageEntered _, DescriptionEvent _, ParkingEvent _ -> imported;
            case EvidenceEvent _, ObligationEvent _, MotionEvent _ -> imported;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> imported;
        };
    }

    /** What the files said stays what they said, so that the same row again changes nothing. */
    static ImportedHistory of(List<Recorded> events) {
        var imported = NONE;
        for (var each : events) {
            imported = evolve(imported, each.event());
        }
        return imported;
    }

    static ImportedHistory of(PartnershipRegistered event) {
        return new ImportedHistory(
                HashTreePMap.singleton(Stage.PROSPECT, event.effectiveAt()), null);
    }

    ImportedHistory evolve(GatedMove move) {
        return move.gate() == null
                ? new ImportedHistory(enteredAt.plus(move.stage(), move.effectiveAt()), lastRow)
                : this;
    }

    ImportedHistory evolve(RowImported row) {
        return new ImportedHistory(enteredAt, row);
    }
}
