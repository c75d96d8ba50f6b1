package dev.headway.lifecycle.commands;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** How Axon is put together here, and where new ids come from. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AxonConfiguration {

    /** What of a command's metadata its events carry on. */
    private static final Set<String> PROVENANCE =
            Set.of("actor", "role", "onBehalfOf", "channel", "reason", "correlationId");

    /** Partnerships kept in memory; a loaded one is a few kilobytes. */
    private static final int CACHED = 20_000;

    /** After so many events a snapshot is due; loading reads fewer than these. */
    private static final int EVENTS_A_SNAPSHOT = 100;

    @Bean
    IdGenerator ids() {
        return UUID::randomUUID;
    }

    /**
     * Handles on the caller's thread and without a transaction: the event store's engine commits by
     * itself, many commands at once, and a second transaction per command would hold a connection
     * for nothing.
     */
    @Bean
    @Qualifier("localSegment")
    CommandBus commandBus(Clock clock) {
        GenericEventMessage.clock = clock;
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(provenance())));
        return bus;
    }

    @Bean
    CorrelationDataProvider provenance() {
        return message ->
                message.getMetaData().entrySet().stream()
                        .filter(entry -> PROVENANCE.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Bean
    CommandTargetResolver interfaceCommandTargetResolver() {
        return new InterfaceCommandTargetResolver();
    }

    /** For Axon's own needs beside commands; its auto-configuration would miss ours. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    Cache partnershipCache() {
        return new CaffeineCache(Caffeine.newBuilder().maximumSize(CACHED).build());
    }

    /** Beside the command that made it due, which does not wait for it. */
    @Bean
    Snapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            EventStore events,
            TransactionManager transactions,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(events)
                .transactionManager(transactions)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .executor(work -> Thread.ofVirtual().name("snapshot").start(work))
                .build();
    }

    @Bean
    SnapshotTriggerDefinition aSnapshotEveryHundredEvents(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_A_SNAPSHOT);
    }
}
