package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchPreparationCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Agrees how often both sides meet, and where. */
public record AgreeRhythm(
        String partnershipId, int everyDays, String forum, @Nullable Instant effectiveAt)
        implements LaunchPreparationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new RhythmAgreed(everyDays, forum, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                "",
                known -> known.everyDays() == everyDays && known.forum().equals(forum));
    }
}
