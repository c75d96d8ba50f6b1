package dev.headway.lifecycle.partnership.prospect;

import dev.headway.contracts.PartnershipEvent.ProspectUnparked;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.ProspectCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Prospect;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a parked prospect up again. */
public record UnparkProspect(String partnershipId, @Nullable Instant effectiveAt)
        implements ProspectCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Prospect prospect ->
                    prospect.parkedUntil() == null
                            ? Decision.nothingNew()
                            : Decision.happened(new ProspectUnparked(context.effectiveTime(this)));
            case Registered _ -> new Decision.Illegal("Only a prospect can be parked");
        };
    }
}
