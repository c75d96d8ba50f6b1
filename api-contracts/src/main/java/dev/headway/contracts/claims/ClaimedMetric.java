package dev.headway.contracts.claims;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.written.FoldedText;
import dev.headway.contracts.written.Text;

/**
 * What makes a leverage claim the same claim: the metric and its unit. A new target, date or why is
 * the same claim, and what was measured for it goes on counting; another metric or unit is another
 * claim, for which nothing was measured yet. Gate, portfolio and alert ask here.
 *
 * @param name folded: how people write it makes no difference
 * @param unit as written, since a small and a capital letter are different units (mW, MW)
 */
public record ClaimedMetric(String name, String unit) {

    /** What is measured while nothing is claimed counts for no claim. */
    public static final ClaimedMetric NONE = new ClaimedMetric("", "");

    public static ClaimedMetric of(LeverageClaimed claim) {
        return new ClaimedMetric(
                new FoldedText(claim.metricName()).text(), Text.clean(claim.metricUnit()));
    }
}
