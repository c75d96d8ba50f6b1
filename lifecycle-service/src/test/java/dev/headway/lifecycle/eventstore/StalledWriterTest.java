package dev.headway.lifecycle.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A writer stands still in its transaction while another one stores an event of the past: why there
 * is an engine of our own. The larger form of it is {@code ./headway stress}.
 */
class StalledWriterTest {

    @Test
    void the_stock_engine_never_shows_its_reader_what_the_stalled_writer_commits() {
        var database = TestDatabase.empty();
        var transactions = new JdbcTransactionManager(database);
        var stock =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(database))
                        .transactionManager(new SpringTransactionManager(transactions))
                        .eventSerializer(Jackson3Serializer.builder().build())
                        .snapshotSerializer(Jackson3Serializer.builder().build())
                        .build();
        stock.createSchema(PostgresEventTableFactory.INSTANCE);
        var seen = new ArrayList<String>();
        var token = new AtomicReference<@Nullable TrackingToken>();

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            stock.appendEvents(event("stalled"));
                            elsewhere(() -> stock.appendEvents(event("quick")));
                            elsewhere(() -> token.set(read(stock, null, seen)));
                        });
        read(stock, token.get(), seen);

        assertThat(stock.readEvents("stalled").hasNext()).isTrue();
        assertThat(seen).containsExactly("quick");
    }

    @Test
    void ours_shows_both_to_its_reader_in_the_order_of_their_commits() throws Exception {
        try (var store = new TestStore();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = store.database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = new AppendStatement(connection)) {
                statement.append(List.of(TestStore.command("stalled", 0, 1)), TestStore.NOW);
            }
            var quick = threads.submit(() -> store.append("quick", 0, 1));
            await().until(() -> isWaitingForTheLock(store));
            var before = store.log.after(0, 10);

            connection.commit();
            quick.get();

            assertThat(before).isEmpty();
            assertThat(store.log.after(0, 10))
                    .extracting(event -> event.stream())
                    .containsExactly("stalled", "quick");
        }
    }

    private static boolean isWaitingForTheLock(TestStore store) {
        return store.jdbc
                        .sql(
                                """
                                select count(*)
                                from   pg_locks join pg_database on pg_database.oid = database
                                where  locktype = 'advisory' and not granted
                                and    datname = current_database()
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static @Nullable TrackingToken read(
            EventStorageEngine engine, @Nullable TrackingToken from, List<String> seen) {
        var last = new AtomicReference<@Nullable TrackingToken>(from);
        try (var page = engine.readEvents(from, false)) {
            page.forEach(
                    message -> {
                        seen.add((String) message.getPayload());
                        last.set(message.trackingToken());
                    });
        }
        return last.get();
    }

    /** On a thread, and so a connection, of its own. */
    private static void elsewhere(Runnable work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work);
        }
    }

    /** Of last year: its time is what the stock engine judges the age of a gap by. */
    private static GenericDomainEventMessage<String> event(String stream) {
        Instant lastYear = Clock.systemUTC().instant().minus(Duration.ofDays(365));
        return new GenericDomainEventMessage<>(
                "touched", stream, 0, new GenericMessage<>(stream, Map.of()), lastYear);
    }
}
