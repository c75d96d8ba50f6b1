package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ProspectParked;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Prospect;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parks a prospect until a date: not stalled, not lost. */
record ParkProspect(
        String partnershipId, Instant until, String reason, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Prospect prospect -> decide(prospect, moment);
            case Registered _ -> new Decision.Illegal("Only a prospect can be parked");
        };
    }

    private Decision decide(Prospect prospect, Moment moment) {
        if (until.equals(prospect.parkedUntil())) {
            return Decision.nothingNew();
        }
        return moment.isPast(until)
                ? new Decision.Broken("/until", "lies in the past")
                : Decision.happened(new ProspectParked(until, reason, moment.effective(this)));
    }
}
