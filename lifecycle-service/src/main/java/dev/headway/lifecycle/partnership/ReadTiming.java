package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads whether this is the right time for both; a reading ages, so the same one later is news, and
 * an older one recorded late replaces nothing newer.
 */
record ReadTiming(
        String partnershipId,
        String ourFocus,
        boolean oursReady,
        String partnerFocus,
        boolean partnerReady,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event =
                new TimingRead(
                        ourFocus, oursReady, partnerFocus, partnerReady, moment.effective(this));
        return Recording.replacing(state, event, event.effectiveAt().toString(), event::equals);
    }
}
