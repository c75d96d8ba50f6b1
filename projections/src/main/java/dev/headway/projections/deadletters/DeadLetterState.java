package dev.headway.projections.deadletters;

import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in health how many streams are parked. Everybody else is served: it is up. */
@Component("deadLettersHealthIndicator")
class DeadLetterState implements HealthIndicator {

    private final ParkedNow parked;

    DeadLetterState(ParkedNow parked) {
        this.parked = parked;
    }

    @Override
    public Health health() {
        var health = Health.up();
        new TreeMap<>(parked.streams())
                .forEach((projection, streams) -> health.withDetail(projection, streams.size()));
        return health.build();
    }
}
