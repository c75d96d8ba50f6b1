package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.LeverageEvent;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The leverage that was claimed, and how far measurements of it got; any one that reaches the
 * target settles it. Another metric or unit is another claim, and what was measured before is not
 * of it.
 *
 * @param dueOn the claim's date
 * @param metric what is measured, and its unit
 * @param direction of the target seen from the baseline: -1, 0 or 1
 */
public record ClaimProgress(
        @Nullable Anchor dueOn,
        @Nullable Metric metric,
        @Nullable BigDecimal target,
        int direction,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest) {

    public static final ClaimProgress NONE = new ClaimProgress(null, null, null, 0, null, null);

    /** What a claim is measured by. */
    public record Metric(String name, String unit) {}

    /** The date after which a settling measurement is missing, or null where none is. */
    @Nullable
    public Anchor unsettledSince() {
        return isSettled() ? null : dueOn;
    }

    public ClaimProgress evolve(LeverageEvent event, Anchor anchor) {
        return switch (event) {
            case LeverageClaimed e -> claimed(e, anchor);
            case MeasurementTaken e ->
                    new ClaimProgress(
                            dueOn,
                            metric,
                            target,
                            direction,
                            lowest == null ? e.value() : lowest.min(e.value()),
                            highest == null ? e.value() : highest.max(e.value()));
        };
    }

    private ClaimProgress claimed(LeverageClaimed claim, Anchor anchor) {
        var measured = new Metric(claim.metricName(), claim.metricUnit());
        var isAnother = metric != null && !metric.equals(measured);
        return new ClaimProgress(
                anchor.on(claim.dueOn()),
                measured,
                claim.target(),
                claim.target().compareTo(claim.baseline()),
                isAnother ? null : lowest,
                isAnother ? null : highest);
    }

    private boolean isSettled() {
        return target != null
                && lowest != null
                && highest != null
                && (direction < 0 || highest.compareTo(target) >= 0)
                && (direction > 0 || lowest.compareTo(target) <= 0);
    }
}
