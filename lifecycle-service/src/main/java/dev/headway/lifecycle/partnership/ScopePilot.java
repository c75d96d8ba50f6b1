package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.lifecycle.partnership.PartnershipCommand.PilotCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Narrows the pilot: use case, success criterion, end. */
record ScopePilot(
        String partnershipId,
        String useCase,
        String successCriterion,
        Instant endsOn,
        @Nullable Instant effectiveAt)
        implements PilotCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new PilotScoped(useCase, successCriterion, endsOn, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                "",
                known ->
                        known.useCase().equals(useCase)
                                && known.successCriterion().equals(successCriterion)
                                && known.endsOn().equals(endsOn));
    }
}
