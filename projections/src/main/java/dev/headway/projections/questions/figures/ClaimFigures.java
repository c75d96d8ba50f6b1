package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest leverage claim of a life, and between which values it was measured. */
record ClaimFigures(
        @Nullable Claim claim, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {

    static final ClaimFigures NONE = new ClaimFigures(null, null, null);

    /** What is claimed, and until when. */
    record Claim(BigDecimal baseline, BigDecimal target, Instant dueOn) {}

    ClaimFigures evolve(LeverageClaimed event) {
        return new ClaimFigures(
                new Claim(event.baseline(), event.target(), event.dueOn()), lowest, highest);
    }

    ClaimFigures evolve(MeasurementTaken event) {
        var value = event.value();
        return new ClaimFigures(
                claim,
                lowest == null ? value : lowest.min(value),
                highest == null ? value : highest.max(value));
    }

    /** Whether any measurement reaches the target, in the direction the claim points. */
    boolean isSettled() {
        if (claim == null || lowest == null || highest == null) {
            return false;
        }
        var direction = claim.target().compareTo(claim.baseline());
        return (direction < 0 || highest.compareTo(claim.target()) >= 0)
                && (direction > 0 || lowest.compareTo(claim.target()) <= 0);
    }
}
