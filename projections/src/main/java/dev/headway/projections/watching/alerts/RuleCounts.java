package dev.headway.projections.watching.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What became of the alerts of one rule.
 *
 * @param escalated of all that were raised, how many nobody acknowledged in time
 * @param actedOn acknowledged, or resolved by an event; not dismissed
 */
record RuleCounts(
        long raised,
        long open,
        long acknowledged,
        long snoozed,
        long resolved,
        long dismissed,
        long escalated,
        long actedOn) {

    static final RuleCounts NONE = new RuleCounts(0, 0, 0, 0, 0, 0, 0, 0);

    private static final int DECIMALS = 3;

    /** Acted on, of those acted on or dismissed: 0 to 1; none before the first. */
    @Nullable BigDecimal precision() {
        var ended = actedOn + dismissed;
        return ended == 0
                ? null
                : BigDecimal.valueOf(actedOn)
                        .divide(BigDecimal.valueOf(ended), DECIMALS, RoundingMode.HALF_UP);
    }
}
