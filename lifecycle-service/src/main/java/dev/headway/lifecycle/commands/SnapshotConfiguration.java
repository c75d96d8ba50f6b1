package dev.headway.lifecycle.commands;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the loading of a long life short: aggregates in memory, and snapshots. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

    /** Partnerships kept in memory; a loaded one is a few kilobytes. */
    private static final int CACHE_SIZE = 20_000;

    /** After so many events a snapshot is due; loading reads fewer than these. */
    private static final int EVENTS_PER_SNAPSHOT = 100;

    @Bean
    Cache partnershipCache() {
        return new CaffeineCache(Caffeine.newBuilder().maximumSize(CACHE_SIZE).build());
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
    SnapshotTriggerDefinition partnershipSnapshotTrigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }
}
