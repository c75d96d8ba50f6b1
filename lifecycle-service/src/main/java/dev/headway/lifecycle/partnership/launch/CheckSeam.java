package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.Seam;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchPreparationCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks one seam of the joint experience. */
public record CheckSeam(
        String partnershipId,
        Seam seam,
        SeamVerdict verdict,
        String evidence,
        @Nullable Instant effectiveAt)
        implements LaunchPreparationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new SeamChecked(seam.name(), verdict.name(), evidence, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                seam.name(),
                known ->
                        known.verdict().equals(verdict.name())
                                && known.evidence().equals(evidence));
    }
}
