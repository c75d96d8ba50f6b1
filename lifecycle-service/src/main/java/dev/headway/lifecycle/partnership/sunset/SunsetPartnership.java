package dev.headway.lifecycle.partnership.sunset;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MoveCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Sunset;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Any active stage → SUNSET, through the Sunset gate. */
public record SunsetPartnership(
        String partnershipId,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case Sunset _ -> Decision.nothingNew();
            case Registered active ->
                    MoveDecisions.throughGate(active, Stage.SUNSET, this, context, this::sunset);
            case Unregistered _ -> MoveDecisions.noSuchMove(state, Stage.SUNSET, this, context);
        };
    }

    /**
     * The gate saw to it that there is a reason; a pattern that does not ask for one leaves it
     * empty.
     */
    private PartnershipSunset sunset(EvaluatedGate gate, Instant at) {
        return new PartnershipSunset(reasonCode, reason == null ? "" : reason, gate, at);
    }
}
