package dev.headway.projections.mirror;

import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.scheduling.Backoff;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node whose log is a mirror; nothing of this is there, or loaded, on one that stores events. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("headway.mirror.enabled")
@EnableConfigurationProperties({MirrorProperties.class, TopicProperties.class})
class MirrorConfiguration {

    @Bean
    MirrorProgress mirrorProgress(Clock clock, MirrorProperties properties) {
        return new MirrorProgress(clock, properties.patience());
    }

    /** Named after the bean: {@code mirror}. */
    @Bean
    HealthIndicator mirrorHealthIndicator(MirrorProgress progress) {
        return new MirrorHealth(progress);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FollowTheTopic followTheTopic(
            DataSource database,
            HeadSignal headSignal,
            TopicProperties topic,
            MirrorProperties properties,
            MirrorProgress progress,
            MeterRegistry meters,
            RandomGenerator random) {
        var told = new MirrorMeters(meters);
        var reader =
                new MirrorReader(
                        new TopicClients(topic),
                        topic.topic(),
                        properties.lookAgain(),
                        new MirrorTables(database),
                        headSignal,
                        progress,
                        told);
        return new FollowTheTopic(
                reader, told, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), random));
    }
}
