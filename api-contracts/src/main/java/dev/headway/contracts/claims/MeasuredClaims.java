package dev.headway.contracts.claims;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest leverage claim of a life, and between which values each claim was measured: a
 * measurement belongs to the claim that stood when it was recorded. Whether a claim is settled is
 * asked here by the portfolio and by the alert.
 *
 * @param baseline of the newest claim, null until there is one
 * @param target of the newest claim, null until there is one
 * @param ranges one for each claim that was measured
 */
public record MeasuredClaims(
        ClaimedMetric metric,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        List<Range> ranges) {

    private static final int DIGITS = 4;

    public static final MeasuredClaims NONE =
            new MeasuredClaims(ClaimedMetric.NONE, null, null, List.of());

    /** The lowest and the highest that was measured for a claim. */
    public record Range(ClaimedMetric metric, BigDecimal lowest, BigDecimal highest) {

        private Range with(BigDecimal value) {
            return new Range(metric, lowest.min(value), highest.max(value));
        }

        private boolean reaches(BigDecimal target, int direction) {
            return (direction < 0 || highest.compareTo(target) >= 0)
                    && (direction > 0 || lowest.compareTo(target) <= 0);
        }
    }

    public MeasuredClaims evolve(LeverageClaimed event) {
        return new MeasuredClaims(
                ClaimedMetric.of(event), event.baseline(), event.target(), ranges);
    }

    public MeasuredClaims evolve(MeasurementTaken event) {
        if (target == null) {
            return this;
        }
        var value = event.value();
        var measured = new ArrayList<Range>();
        var known = new Range(metric, value, value);
        for (var range : ranges) {
            if (range.metric().equals(metric)) {
                known = range.with(value);
            } else {
                measured.add(range);
            }
        }
        measured.add(known);
        return new MeasuredClaims(metric, baseline, target, List.copyOf(measured));
    }

    /** Whether any measurement of the newest claim reaches its target, the way it points. */
    public boolean reachTarget() {
        if (baseline == null || target == null) {
            return false;
        }
        var direction = target.compareTo(baseline);
        for (var range : ranges) {
            if (range.metric().equals(metric) && range.reaches(target, direction)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How far the newest claim came, at its best: 0 at the baseline, 1 at the target, to four
     * digits. Less than 0 where it went the other way; null where nothing was measured for it.
     */
    public @Nullable BigDecimal progress() {
        var best = bestMeasured();
        if (best == null || baseline == null || target == null) {
            return null;
        }
        var way = target.subtract(baseline);
        return way.signum() == 0
                ? reachTarget() ? BigDecimal.ONE : BigDecimal.ZERO
                : best.subtract(baseline).divide(way, DIGITS, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal bestMeasured() {
        for (var range : ranges) {
            if (range.metric().equals(metric) && baseline != null && target != null) {
                return target.compareTo(baseline) < 0 ? range.lowest() : range.highest();
            }
        }
        return null;
    }
}
