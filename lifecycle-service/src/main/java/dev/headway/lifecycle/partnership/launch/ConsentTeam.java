package dev.headway.lifecycle.partnership.launch;

import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.written.Personal;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.LaunchPreparationCommand;
import dev.headway.partnership.state.PartnershipState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receiving team confirms that it has the capacity. */
public record ConsentTeam(
        String partnershipId,
        ReceivingTeam team,
        @Personal String by,
        String capacity,
        @Nullable Instant effectiveAt)
        implements LaunchPreparationCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        var event = new TeamConsented(team.name(), by, capacity, context.effectiveTime(this));
        return FactDecisions.unlessUnchanged(
                state,
                event,
                team.name(),
                known -> known.by().equals(by) && known.capacity().equals(capacity));
    }
}
