package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent.PartnershipUnvoided;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.lifecycle.partnership.state.PartnershipState;
import dev.headway.lifecycle.partnership.state.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Voiding was the mistake: the partnership is back as it was. */
public record UnvoidPartnership(String partnershipId) implements CorrectionCommand {

    @Override
    public @Nullable Instant effectiveAt() {
        return null;
    }

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Unregistered _ -> new Decision.Missing("partnership");
            case Registered known ->
                    known.facts().voided()
                            ? Decision.happened(
                                    new PartnershipUnvoided(context.effectiveTime(this)))
                            : Decision.nothingNew();
        };
    }

    @Override
    public boolean isLegalWhenVoided() {
        return true;
    }
}
