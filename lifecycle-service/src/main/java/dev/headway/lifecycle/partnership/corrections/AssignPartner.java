package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.PartnerAssigned;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says with which company it is, whatever that is called here; in every stage.
 *
 * @param partnerId null for the one that the partner's name leads to
 */
public record AssignPartner(
        String partnershipId, @Nullable String partnerId, @Nullable String reason)
        implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered _ ->
                    Objects.equals(assigned(context), partnerId)
                            ? Decision.nothingNew()
                            : Decision.happened(
                                    new PartnerAssigned(partnerId, context.effectiveTime(this)));
        };
    }

    private static @Nullable String assigned(DecisionContext context) {
        var newest = context.history().latest(PartnerAssigned.class, _ -> true).orElse(null);
        return newest != null && newest.event() instanceof PartnerAssigned assigned
                ? assigned.partnerId()
                : null;
    }
}
