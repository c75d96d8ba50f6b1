package dev.headway.lifecycle.partnership.pilot;

import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.PilotCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Narrows the pilot: use case, success criterion, end. */
public record ScopePilot(
        String partnershipId,
        String useCase,
        String successCriterion,
        Instant endsOn,
        @Nullable Instant effectiveAt)
        implements PilotCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new PilotScoped(useCase, successCriterion, endsOn, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known ->
                        known.useCase().equals(useCase)
                                && known.successCriterion().equals(successCriterion)
                                && known.endsOn().equals(endsOn));
    }
}
