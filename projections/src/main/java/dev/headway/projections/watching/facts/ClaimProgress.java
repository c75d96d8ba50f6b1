package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.LeverageEvent;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The leverage that was claimed, and how far measurements got; any one that reaches the target
 * settles it.
 *
 * @param dueOn the claim's date
 * @param direction of the target seen from the baseline: -1, 0 or 1
 */
public record ClaimProgress(
        @Nullable Anchor dueOn,
        @Nullable BigDecimal target,
        int direction,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest) {

    public static final ClaimProgress NONE = new ClaimProgress(null, null, 0, null, null);

    /** The date after which a settling measurement is missing, or null where none is. */
    @Nullable
    public Anchor unsettledSince() {
        return isSettled() ? null : dueOn;
    }

    public ClaimProgress evolve(LeverageEvent event, Anchor anchor) {
        return switch (event) {
            case LeverageClaimed e ->
                    new ClaimProgress(
                            anchor.on(e.dueOn()),
                            e.target(),
                            e.target().compareTo(e.baseline()),
                            lowest,
                            highest);
            case MeasurementTaken e ->
                    new ClaimProgress(
                            dueOn,
                            target,
                            direction,
                            lowest == null ? e.value() : lowest.min(e.value()),
                            highest == null ? e.value() : highest.max(e.value()));
        };
    }

    private boolean isSettled() {
        return target != null
                && lowest != null
                && highest != null
                && (direction < 0 || highest.compareTo(target) >= 0)
                && (direction > 0 || lowest.compareTo(target) <= 0);
    }
}
