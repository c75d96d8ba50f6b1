package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.TimingRead;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads whether this is the right time for both; a reading ages, so the same one later is news, and
 * an older one recorded late replaces nothing newer.
 */
public record ReadTiming(
        String partnershipId,
        String ourFocus,
        boolean oursReady,
        String partnerFocus,
        boolean partnerReady,
        @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event =
                new TimingRead(
                        ourFocus,
                        oursReady,
                        partnerFocus,
                        partnerReady,
                        context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state, event, event.effectiveAt().toString(), event::equals);
    }
}
