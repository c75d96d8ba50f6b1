package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.claims.MeasuredClaims;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest leverage claim of a life, and what was measured.
 *
 * @param dueOn until when it is claimed, null until there is a claim
 */
record ClaimFigures(@Nullable Instant dueOn, MeasuredClaims measured) {

    static final ClaimFigures NONE = new ClaimFigures(null, MeasuredClaims.NONE);

    ClaimFigures evolve(LeverageClaimed event) {
        return new ClaimFigures(event.dueOn(), measured.evolve(event));
    }

    ClaimFigures evolve(MeasurementTaken event) {
        return new ClaimFigures(dueOn, measured.evolve(event));
    }
}
