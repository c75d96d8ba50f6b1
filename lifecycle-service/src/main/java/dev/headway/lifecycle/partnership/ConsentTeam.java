package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.TeamConsented;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.lifecycle.partnership.PartnershipCommand.LaunchCommand;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receiving team confirms that it has the capacity. */
record ConsentTeam(
        String partnershipId,
        ReceivingTeam team,
        String by,
        String capacity,
        @Nullable Instant effectiveAt)
        implements LaunchCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        var event = new TeamConsented(team.name(), by, capacity, moment.effective(this));
        return Recording.replacing(
                state,
                event,
                team.name(),
                known -> known.by().equals(by) && known.capacity().equals(capacity));
    }
}
