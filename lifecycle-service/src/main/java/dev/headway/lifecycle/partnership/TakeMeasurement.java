package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.lifecycle.partnership.PartnershipCommand.MotionCommand;
import dev.headway.lifecycle.partnership.PartnershipState.Registered;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Measures the claimed leverage; possible after the end as well. */
record TakeMeasurement(
        String partnershipId, BigDecimal value, String evidence, @Nullable Instant effectiveAt)
        implements MotionCommand {

    @Override
    public Decision decide(PartnershipState state, Moment moment) {
        return switch (state) {
            case PartnershipState.Unregistered _ -> new Decision.Missing("partnership");
            case Registered _ ->
                    Decision.happened(
                            new MeasurementTaken(value, evidence, moment.effective(this)));
        };
    }
}
