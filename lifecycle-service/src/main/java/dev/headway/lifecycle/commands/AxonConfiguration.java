package dev.headway.lifecycle.commands;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.IdGenerator;

/** How Axon is put together here, and where new ids come from. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AxonConfiguration {

    /** What of a command's metadata its events carry on. */
    private static final Set<String> PROVENANCE =
            Set.of(
                    "actor",
                    "actorId",
                    "actorName",
                    "through",
                    "role",
                    "channel",
                    "reason",
                    "correlationId",
                    "requestId",
                    "traceparent");

    /** Where secrets come from. */
    @Bean
    SecureRandom secrets() {
        return new SecureRandom();
    }

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
}
