package dev.headway.lifecycle.publishing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.scheduling.Backoff;
import dev.headway.projections.topic.TopicClients;
import dev.headway.projections.topic.TopicFormat;
import dev.headway.projections.topic.TopicProperties;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node that publishes; nothing of this is there, or loaded, where no broker is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("headway.kafka.bootstrap-servers")
@ConditionalOnBooleanProperty(
        value = "headway.mirror.enabled",
        havingValue = false,
        matchIfMissing = true)
@EnableConfigurationProperties({PublishingProperties.class, TopicProperties.class})
class PublishingConfiguration {

    private static final Duration INITIAL_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /** For so many leases, brokers that answer may take nothing. */
    private static final int LEASES = 4;

    @Bean
    @DependsOnDatabaseInitialization
    PublishEventsToKafka publishEventsToKafka(
            DataSource database,
            EventReads reads,
            EventLog log,
            HeadSignal head,
            TopicProperties topic,
            PublishingProperties properties,
            MeterRegistry registry,
            ObjectProvider<Traces> traces,
            RandomGenerator random) {
        var holder = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        var lease = new PublishingLease(database, properties.lease(), holder);
        var meters = new PublishingMeters(registry, head);
        var publisher =
                new Publisher(
                        new TopicClients(topic),
                        new TopicFormat(topic),
                        reads,
                        log,
                        lease,
                        new PublishingTables(database, properties.lease()),
                        meters,
                        traces.getIfAvailable(() -> Traces.OFF),
                        properties.lookAgain(),
                        properties.lease().multipliedBy(LEASES));
        return new PublishEventsToKafka(
                publisher,
                lease,
                meters,
                new Backoff(INITIAL_WAIT, MAX_WAIT, random),
                properties.lookAgain());
    }
}
