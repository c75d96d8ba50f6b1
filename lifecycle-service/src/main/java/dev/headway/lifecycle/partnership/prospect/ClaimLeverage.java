package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.Mechanism;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names the leverage: the mechanism, a blunt why, and the metric that will settle it. */
public record ClaimLeverage(
        String partnershipId,
        Mechanism mechanism,
        String why,
        String metricName,
        String metricUnit,
        BigDecimal baseline,
        BigDecimal target,
        Instant dueOn,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new LeverageClaimed(
                        mechanism.name(),
                        why,
                        metricName,
                        metricUnit,
                        baseline,
                        target,
                        dueOn,
                        context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known ->
                        known.mechanism().equals(mechanism.name())
                                && known.why().equals(why)
                                && known.metricName().equals(metricName)
                                && known.metricUnit().equals(metricUnit)
                                && known.baseline().compareTo(baseline) == 0
                                && known.target().compareTo(target) == 0
                                && known.dueOn().equals(dueOn));
    }
}
