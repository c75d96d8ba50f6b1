package dev.headway.contracts.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far a claim came: 0 at the baseline, 1 at the target, by the best measurement. */
class MeasuredClaimsTest {

    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void the_best_measurement_counts_whichever_way_the_target_lies() {
        assertThat(claimed("win rate", 10, 30).progress()).isNull();
        assertThat(measured(claimed("win rate", 10, 30), 25, 15).progress())
                .isEqualByComparingTo("0.75");
        assertThat(measured(claimed("days to deliver", 30, 10), 25, 15).progress())
                .isEqualByComparingTo("0.75");
        assertThat(measured(claimed("win rate", 10, 30), 5).progress())
                .isEqualByComparingTo("-0.25");
        assertThat(measured(claimed("win rate", 10, 13), 11).progress())
                .isEqualByComparingTo("0.3333");
    }

    @Test
    void what_was_measured_for_another_metric_is_of_another_claim() {
        var other = measured(claimed("win rate", 10, 30), 25).evolve(claim("speed", 0, 10));

        assertThat(other.progress()).isNull();
        assertThat(other.evolve(claim("win rate", 10, 40)).progress()).isEqualByComparingTo("0.5");
    }

    @Test
    void a_claim_that_changes_nothing_came_true_or_did_not() {
        assertThat(measured(claimed("win rate", 10, 10), 9).progress()).isZero();
        assertThat(measured(claimed("win rate", 10, 10), 10).progress()).isEqualByComparingTo("1");
    }

    private static MeasuredClaims claimed(String metric, int baseline, int target) {
        return MeasuredClaims.NONE.evolve(claim(metric, baseline, target));
    }

    private static LeverageClaimed claim(String metric, int baseline, int target) {
        return new LeverageClaimed(
                "WIN_RATE",
                "It pays",
                metric,
                "percent",
                BigDecimal.valueOf(baseline),
                BigDecimal.valueOf(target),
                AT,
                AT);
    }

    private static MeasuredClaims measured(MeasuredClaims claims, int... values) {
        var measured = claims;
        for (var value : values) {
            measured = measured.evolve(new MeasurementTaken(BigDecimal.valueOf(value), "crm", AT));
        }
        return measured;
    }
}
