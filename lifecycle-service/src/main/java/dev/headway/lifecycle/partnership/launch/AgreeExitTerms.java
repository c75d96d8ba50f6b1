package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchPreparationCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Agrees how to part before it is needed. */
public record AgreeExitTerms(
        String partnershipId, String summary, int noticeDays, @Nullable Instant effectiveAt)
        implements LaunchPreparationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new ExitTermsAgreed(summary, noticeDays, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known -> known.summary().equals(summary) && known.noticeDays() == noticeDays);
    }
}
