package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
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

    Imported evolve(PartnershipEvent event) {
        return switch (event) {
            case PilotStarted e when e.gate() == null -> entered(Stage.PILOT, e);
            case PartnershipLaunched e when e.gate() == null -> entered(Stage.LAUNCH, e);
            case PartnershipScaled e when e.gate() == null -> entered(Stage.SCALED, e);
            case PartnershipSunset e when e.gate() == null -> entered(Stage.SUNSET, e);
            case RowImported e -> new Imported(entered, e);
            default -> this;
        };
    }

    private Imported entered(Stage stage, PartnershipEvent event) {
        return new Imported(entered.plus(stage, event.effectiveAt()), row);
    }
}
