package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.lifecycle.partnership.PartnershipCommand.LaunchCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Agrees how to part before it is needed. */
record AgreeExitTerms(
        String partnershipId, String summary, int noticeDays, @Nullable Instant effectiveAt)
        implements LaunchCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new ExitTermsAgreed(summary, noticeDays, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                "",
                known -> known.summary().equals(summary) && known.noticeDays() == noticeDays);
    }
}
