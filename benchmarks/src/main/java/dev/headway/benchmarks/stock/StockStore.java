package dev.headway.benchmarks.stock;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The stock store with one aggregate that records touchpoints. */
public final class StockStore implements AutoCloseable {

    private final HikariDataSource database;
    private final Configuration axon;
    private final JdbcEventStorageEngine engine;

    public StockStore(String url, int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("unused");
        pool.setMaximumPoolSize(connections);
        this.database = new HikariDataSource(pool);
        var serializer = Jackson3Serializer.builder().build();
        TransactionManager transactions =
                new SpringTransactionManager(new JdbcTransactionManager(database));
        this.engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        transactions.executeInTransaction(
                () -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        this.axon =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureTransactionManager(_ -> transactions)
                        .configureSerializer(_ -> serializer)
                        .configureCommandBus(
                                _ ->
                                        SimpleCommandBus.builder()
                                                .transactionManager(transactions)
                                                .build())
                        .configureEmbeddedEventStore(_ -> engine)
                        .configureAggregate(
                                AggregateConfigurer.defaultConfiguration(Touched.class)
                                        .configureCache(_ -> new StrongCache()))
                        .start();
    }

    /** One command: stored when it returns. */
    public void touch(String id) {
        Object unused =
                axon.commandGateway()
                        .sendAndWait(
                                new Touch(
                                        id,
                                        "Agreed the next two joint proposals",
                                        "Partner desk",
                                        Instant.EPOCH));
    }

    public CommandGateway commands() {
        return axon.commandGateway();
    }

    public EventStore events() {
        return axon.eventStore();
    }

    public JdbcEventStorageEngine engine() {
        return engine;
    }

    public HikariDataSource database() {
        return database;
    }

    @Override
    public void close() {
        axon.shutdown();
        database.close();
    }

    record Touch(
            @TargetAggregateIdentifier String id,
            String summary,
            String with,
            Instant effectiveAt) {}

    record TouchpointRecorded(
            String id, String kind, String summary, String with, Instant effectiveAt) {}

    static class Touched {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String id;

        private int touchpoints;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        int on(Touch command) {
            AggregateLifecycle.apply(
                    new TouchpointRecorded(
                            command.id(),
                            "JOINT_CALL",
                            command.summary(),
                            command.with(),
                            command.effectiveAt()));
            return touchpoints;
        }

        @EventSourcingHandler
        void on(TouchpointRecorded event) {
            id = event.id();
            touchpoints++;
        }
    }
}
