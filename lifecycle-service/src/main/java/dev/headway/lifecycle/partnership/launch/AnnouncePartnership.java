package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchedCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says where and when the world was told. "None of that proves anything": a launch comes first. */
public record AnnouncePartnership(
        String partnershipId, String where, Instant announcedOn, @Nullable Instant effectiveAt)
        implements LaunchedCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return FactDecisions.whileActive(
                state,
                active ->
                        active.stage().isLaunched()
                                ? announced(active, context)
                                : new Decision.Illegal(
                                        "A partnership is announced once it is launched"));
    }

    private Decision announced(Registered launched, DecisionContext context) {
        return context.hasBegun(announcedOn)
                ? FactDecisions.unlessUnchanged(
                        launched,
                        new PartnershipAnnounced(where, announcedOn, context.effectiveTime(this)),
                        "",
                        known ->
                                known.where().equals(where)
                                        && known.announcedOn().equals(announcedOn))
                : new Decision.Broken("/announcedOn", "lies in the future");
    }
}
