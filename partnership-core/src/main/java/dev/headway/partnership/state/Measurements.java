package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.claims.ClaimedMetric;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was measured of the leverage, claim by claim: a measurement belongs to the claim that stood
 * when it was recorded.
 */
public record Measurements(PMap<ClaimedMetric, Measured> byClaim) {

    static final Measurements NONE = new Measurements(HashTreePMap.empty());

    /**
     * What was measured of one claim.
     *
     * @param count how often
     * @param latest the latest by effective time, the later recorded one when two are equal
     */
    public record Measured(int count, @Nullable MeasurementTaken latest) {

        static final Measured NEVER = new Measured(0, null);

        private Measured plus(MeasurementTaken measurement) {
            var keeps = latest != null && measurement.effectiveAt().isBefore(latest.effectiveAt());
            return new Measured(count + 1, keeps ? latest : measurement);
        }

        /** Whether the latest reaches the target, in the direction the claim points. */
        public boolean reaches(LeverageClaimed claim) {
            if (latest == null) {
                return false;
            }
            var direction = claim.target().compareTo(claim.baseline());
            var beyond = latest.value().compareTo(claim.target());
            return beyond == 0 || Integer.signum(beyond) == Integer.signum(direction);
        }
    }

    public Measured of(ClaimedMetric claim) {
        return byClaim.getOrDefault(claim, Measured.NEVER);
    }

    /** How many measurements there are, whatever they were taken for. */
    public int total() {
        return byClaim.values().stream().mapToInt(Measured::count).sum();
    }

    Measurements plus(MeasurementTaken measurement, ClaimedMetric claim) {
        return new Measurements(byClaim.plus(claim, of(claim).plus(measurement)));
    }
}
