package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the claimed leverage.
 *
 * @param count measurements in all
 * @param latest the latest by effective time, the later recorded one when two are equal
 */
public record Measurements(int count, @Nullable MeasurementTaken latest) {

    static final Measurements NONE = new Measurements(0, null);

    Measurements plus(MeasurementTaken measurement) {
        var keeps = latest != null && measurement.effectiveAt().isBefore(latest.effectiveAt());
        return new Measurements(count + 1, keeps ? latest : measurement);
    }

    /** Whether the latest measurement reaches the target, in the direction the claim points. */
    public boolean reach(LeverageClaimed claim) {
        if (latest == null) {
            return false;
        }
        var direction = claim.target().compareTo(claim.baseline());
        var beyond = latest.value().compareTo(claim.target());
        return beyond == 0 || Integer.signum(beyond) == Integer.signum(direction);
    }
}
