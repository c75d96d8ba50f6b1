package dev.headway.lifecycle.partnership;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.PartnershipCommand.MoveCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import dev.headway.lifecycle.partnership.PartnershipState.Sunset;
import dev.headway.lifecycle.partnership.PartnershipState.Unregistered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Any active stage → SUNSET, through the Sunset gate. */
record SunsetPartnership(
        String partnershipId,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Instant effectiveAt)
        implements MoveCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case Sunset _ -> Decision.nothingNew();
            case Registered active ->
                    Moving.through(active, Stage.SUNSET, this, moment, this::sunset);
            case Unregistered _ -> Moving.illegal(state, Stage.SUNSET, this, moment);
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
