package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Prospect;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parks a prospect until a date: not stalled, not lost. */
public record ParkProspect(
        String partnershipId, Instant until, String reason, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Prospect prospect -> decide(prospect, context);
            case Registered _ -> new Decision.Illegal("Only a prospect can be parked");
        };
    }

    private Decision decide(Prospect prospect, DecisionContext context) {
        if (until.equals(prospect.parkedUntil())) {
            return Decision.nothingNew();
        }
        return context.isPast(until)
                ? new Decision.Broken("/until", "lies in the past")
                : Decision.happened(new ProspectParked(until, reason, context.effectiveTime(this)));
    }
}
