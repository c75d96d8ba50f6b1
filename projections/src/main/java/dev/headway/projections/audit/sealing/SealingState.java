package dev.headway.projections.audit.sealing;

import dev.headway.projections.log.EventReads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether this node seals or refuses to, for those who watch over it. */
@Component("sealingHealthIndicator")
class SealingState implements HealthIndicator, MeterBinder {

    private final LogTable log;
    private final EventReads events;
    private volatile @Nullable String refusal;

    SealingState(LogTable log, EventReads events) {
        this.log = log;
        this.events = events;
    }

    /**
     * @param reason why nothing is sealed any more, or null when it is
     */
    void set(@Nullable String reason) {
        refusal = reason;
    }

    @Override
    public Health health() {
        var reason = refusal;
        return reason == null
                ? Health.up().build()
                : Health.down().withDetail("reason", reason).build();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("headway.sealing.refused", () -> refusal == null ? 0 : 1)
                .description("1 while what was signed is not there any more, and nothing is signed")
                .register(meters);
        Gauge.builder("headway.sealing.size", () -> head().size())
                .description("Events that are sealed")
                .register(meters);
        Gauge.builder(
                        "headway.sealing.lag.events",
                        () -> Math.max(0, events.head() - head().position()))
                .description("Positions between the newest event and the last one sealed")
                .baseUnit("events")
                .register(meters);
    }

    private LogHead head() {
        return log.head().orElse(new LogHead(""));
    }
}
