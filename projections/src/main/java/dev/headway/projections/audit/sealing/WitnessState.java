package dev.headway.projections.audit.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the witness sees what is sealed, for those who watch over it. */
@Component("witnessHealthIndicator")
class WitnessState implements HealthIndicator, MeterBinder {

    private final CheckpointTable checkpoints;
    private volatile @Nullable String refusal;
    private volatile @Nullable String away;

    WitnessState(CheckpointTable checkpoints) {
        this.checkpoints = checkpoints;
    }

    void good() {
        refusal = null;
        away = null;
    }

    /** It contradicts the log, or what it signed is not good. */
    void refuse(String reason) {
        refusal = reason;
    }

    /** It did not answer; what is sealed is no worse for it. */
    void away(String reason) {
        away = reason;
    }

    @Override
    public Health health() {
        var refused = refusal;
        if (refused != null) {
            return Health.down().withDetail("reason", refused).build();
        }
        var reason = away;
        return reason == null
                ? Health.up().build()
                : Health.up().withDetail("away", reason).build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("headway.witness.refused", () -> refusal == null ? 0 : 1)
                .description("1 while the witness contradicts the log, or its cosignature is bad")
                .register(meters);
        Gauge.builder("headway.witness.away", () -> away == null ? 0 : 1)
                .description("1 while the witness does not answer")
                .register(meters);
        Gauge.builder("headway.witness.size", checkpoints::cosignedSize)
                .description("Events of the log that the witness has seen")
                .register(meters);
    }
}
