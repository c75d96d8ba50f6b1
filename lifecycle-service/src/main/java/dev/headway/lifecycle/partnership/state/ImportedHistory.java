package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What an import brought: the dates of its ungated moves, which no later row may change, and what
 * the newest row said, so that the same row again changes nothing.
 */
public record ImportedHistory(PMap<Stage, Instant> enteredAt, @Nullable RowImported lastRow) {

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
