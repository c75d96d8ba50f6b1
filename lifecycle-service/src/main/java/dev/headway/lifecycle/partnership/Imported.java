package dev.headway.lifecycle.partnership;

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
record Imported(PMap<Stage, Instant> entered, @Nullable RowImported row) {

    static Imported of(PartnershipRegistered event) {
        return new Imported(HashTreePMap.singleton(Stage.PROSPECT, event.effectiveAt()), null);
    }

    Imported evolve(GatedMove move) {
        return move.gate() == null
                ? new Imported(entered.plus(move.stage(), move.effectiveAt()), row)
                : this;
    }

    Imported evolve(RowImported newest) {
        return new Imported(entered, newest);
    }
}
