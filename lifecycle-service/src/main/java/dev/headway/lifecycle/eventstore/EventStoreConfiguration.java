package dev.headway.lifecycle.eventstore;

import dev.headway.projections.reading.EventLog;
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
 * Wires the store. Axon builds its {@code EmbeddedEventStore} around the engine here; as nobody
 * opens a stream there (projections read the {@link EventLog}) its fetching thread never starts.
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
    StableNames eventSerializer() {
        return new StableNames();
    }

    @Bean
    EventUpcaster eventUpcasters() {
        return EventRevisions.upcasters();
    }

    @Bean
    NewEvents newEvents() {
        return new NewEvents();
    }

    @Bean
    EventReads eventReads(DataSource database) {
        return new EventReads(database);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    GroupAppender groupAppender(
            DataSource database,
            Clock clock,
            NewEvents newEvents,
            EventStoreProperties properties,
            MeterRegistry meters) {
        return new GroupAppender(database, clock, newEvents, properties, meters);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    EventListener eventListener(
            DataSource database, NewEvents newEvents, EventStoreProperties properties) {
        return new EventListener(database, newEvents, properties.poll());
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            GroupAppender appender,
            EventReads reads,
            DataSource database,
            Clock clock,
            StableNames eventSerializer,
            EventUpcaster eventUpcasters) {
        return new PostgresEventStorageEngine(
                appender,
                reads,
                new StoredSnapshots(database),
                clock,
                eventSerializer,
                eventUpcasters);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(GroupAppender appender, DataSource database) {
        return new IdempotencyRecords(appender, database);
    }

    @Bean
    EventLog eventLog(
            EventReads reads,
            StableNames eventSerializer,
            EventUpcaster eventUpcasters,
            NewEvents newEvents) {
        return new StoredEventLog(
                reads, new EventDecoder(eventSerializer, eventUpcasters), newEvents);
    }
}
