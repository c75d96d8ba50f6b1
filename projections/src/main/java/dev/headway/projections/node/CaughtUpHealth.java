package dev.headway.projections.node;

import dev.headway.projections.mirror.MirrorProgress;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether what was on the topic when this node started can be seen in its answers: a new one would
 * tell people that there is nothing. Once it could, it stays so; how far it is behind, metrics say.
 */
final class CaughtUpHealth implements HealthIndicator {

    private final MirrorProgress mirror;
    private final Positions positions;
    private final ProjectionProcessors processors;
    private volatile boolean caughtUp;

    CaughtUpHealth(MirrorProgress mirror, Positions positions, ProjectionProcessors processors) {
        this.mirror = mirror;
        this.positions = positions;
        this.processors = processors;
    }

    @Override
    public Health health() {
        caughtUp = caughtUp || mirror.begunWith().filter(this::isWorkedIn).isPresent();
        return caughtUp ? Health.up().build() : Health.outOfService().build();
    }

    private boolean isWorkedIn(long position) {
        return positions.reachedBy(processors.projections()) >= position;
    }
}
