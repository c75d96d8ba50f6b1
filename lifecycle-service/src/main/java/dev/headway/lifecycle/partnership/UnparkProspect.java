package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.ProspectUnparked;
import dev.headway.lifecycle.partnership.PartnershipCommand.ProspectCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Prospect;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a parked prospect up again. */
record UnparkProspect(String partnershipId, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Prospect prospect ->
                    prospect.parkedUntil() == null
                            ? Decision.nothingNew()
                            : Decision.happened(new ProspectUnparked(moment.effective(this)));
            case Registered _ -> new Decision.Illegal("Only a prospect can be parked");
        };
    }
}
