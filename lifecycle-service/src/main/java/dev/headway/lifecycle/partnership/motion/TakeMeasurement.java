package dev.headway.lifecycle.partnership.motion;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.FactDecisions;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.MotionCommand;
import dev.headway.partnership.state.Occurrences.Occurrence;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measures the claimed leverage; possible after the end as well. */
public record TakeMeasurement(
        String partnershipId, BigDecimal value, String evidence, @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, DecisionContext context) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Registered registered -> decide(registered, context);
        };
    }

    private Decision decide(Registered state, DecisionContext context) {
        var event = new MeasurementTaken(value, evidence, context.effectiveTime(this));
        var claim = state.facts().evidence().claimed();
        return FactDecisions.unlessTold(state, this, Occurrence.of(event, claim), event);
    }
}
