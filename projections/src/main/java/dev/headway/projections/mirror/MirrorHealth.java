package dev.headway.projections.mirror;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this node knows what happens: one that has not heard from the brokers for a while does
 * not know either who was barred meanwhile, and answers nobody who comes through the gateway.
 */
final class MirrorHealth implements HealthIndicator {

    private final MirrorProgress progress;

    MirrorHealth(MirrorProgress progress) {
        this.progress = progress;
    }

    @Override
    public Health health() {
        var now = progress.now();
        var health = now.following() ? Health.up() : Health.outOfService();
        if (now.heardAt() != null) {
            health.withDetail("heardAt", now.heardAt());
        }
        return health.withDetail("seen", now.seen()).build();
    }
}
