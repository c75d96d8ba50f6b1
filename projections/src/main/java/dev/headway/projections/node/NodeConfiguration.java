package dev.headway.projections.node;

import dev.headway.projections.audit.AuditAccess;
import dev.headway.projections.audit.sealing.SealingKeys;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.mirror.MirrorProgress;
import dev.headway.projections.operations.DeadLetterReplays;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.scheduling.FixedDelayTasks;
import dev.headway.projections.scheduling.FixedDelayTasks.Task;
import dev.headway.projections.subscriptions.CalendarLinks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.IdGenerator;

/** What the read side asks of whoever runs it, on a node where nobody else does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("headway.mirror.enabled")
class NodeConfiguration {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Where new ids come from. */
    @Bean
    IdGenerator ids() {
        return UUID::randomUUID;
    }

    /** Where everything here asks for the time. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What nobody may guess. */
    @Bean
    SecureRandom secrets() {
        return new SecureRandom();
    }

    /** The record is sealed where it is stored. */
    @Bean
    SealingKeys noKeysOfSeals() {
        return new SealingKeys(List.of());
    }

    /** Named after the bean: {@code caughtUp}. */
    @Bean
    HealthIndicator caughtUpHealthIndicator(
            MirrorProgress mirror, Positions positions, ProjectionProcessors processors) {
        return new CaughtUpHealth(mirror, positions, processors);
    }

    @Bean
    FixedDelayTasks requestsOfOperators(
            EventLog log, Positions positions, RebuildQueue rebuilds, DeadLetterReplays replays) {
        var requests = new OperatorRequests(log, positions, rebuilds, replays);
        return new FixedDelayTasks(
                "requests", true, List.of(new Task("requests", LOOK, requests::look)));
    }

    @Bean
    AuditAccess auditElsewhere() {
        return new AuditElsewhere();
    }

    @Bean
    CalendarLinks linksElsewhere(LifecycleNodes nodes) {
        return new LinksElsewhere(nodes);
    }
}
