package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventReads;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.HeadSignal;
import dev.headway.projections.log.Sealing;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Wires what appends, and Axon's own reads. Axon builds its {@code EmbeddedEventStore} around the
 * engine here; as nobody opens a stream there (projections read the {@link EventLog}) its fetching
 * thread never starts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreConfiguration {

    /** For what Axon keeps besides events. */
    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer(EventTypes types, Sealing sealing) {
        return new EventSerializer(types, sealing);
    }

    @Bean
    EventUpcaster eventUpcasters() {
        return AxonUpcaster.chain(EventRevisions.upcasters());
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    GroupAppender groupAppender(
            DataSource database,
            Clock clock,
            HeadSignal headSignal,
            EventStoreProperties properties,
            MeterRegistry meters) {
        return new GroupAppender(database, clock, headSignal, properties, meters);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            GroupAppender appender,
            EventReads reads,
            DataSource database,
            Clock clock,
            Traces traces,
            EventSerializer eventSerializer,
            EventUpcaster eventUpcasters) {
        return new PostgresEventStorageEngine(
                appender,
                reads,
                new SnapshotStore(database),
                clock,
                traces,
                eventSerializer,
                eventUpcasters);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(GroupAppender appender, DataSource database) {
        return new IdempotencyRecords(appender, database);
    }
}
