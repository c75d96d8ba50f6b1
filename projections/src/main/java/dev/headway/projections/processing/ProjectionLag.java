package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How far behind each projection is, measured when somebody asks, so that a processor that hangs is
 * seen as well.
 */
@Component
class ProjectionLag implements MeterBinder {

    private final List<Projection> projections;
    private final EventLog log;
    private final Positions positions;
    private final Clock clock;

    ProjectionLag(List<Projection> projections, EventLog log, Positions positions, Clock clock) {
        this.projections = projections;
        this.log = log;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var projection : projections) {
            Gauge.builder("headway.projection.lag.events", () -> inEvents(projection))
                    .description("Positions between the newest event and the projection's own")
                    .baseUnit("events")
                    .tag("projection", projection.name())
                    .register(meters);
            Gauge.builder("headway.projection.lag.seconds", () -> inSeconds(projection))
                    .description("Age of the oldest event the projection has not worked in yet")
                    .baseUnit("seconds")
                    .tag("projection", projection.name())
                    .register(meters);
        }
    }

    private long inEvents(Projection projection) {
        return Math.max(0, log.head() - position(projection));
    }

    private double inSeconds(Projection projection) {
        return log.readableAfter(position(projection), 1).stream()
                        .mapToLong(
                                next ->
                                        Duration.between(next.recordedAt(), clock.instant())
                                                .toMillis())
                        .map(millis -> Math.max(0, millis))
                        .findFirst()
                        .orElse(0)
                / 1000.0;
    }

    private long position(Projection projection) {
        return positions.reachedBy(List.of(projection.name()));
    }
}
