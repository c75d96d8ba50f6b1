package dev.headway.lifecycle.eventstore;

import static dev.headway.lifecycle.eventstore.TestStore.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What commands meet when they share groups, and when PostgreSQL is slow, away or dying. */
class GroupAppenderTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final DataSource database = TestStore.migrated(TestDatabase.empty());
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<TestStore> stores = new ArrayList<>();

    @AfterEach
    void close() {
        stores.forEach(TestStore::close);
        callers.close();
    }

    @Test
    void commands_that_come_while_a_group_is_stored_become_the_next_one() throws Exception {
        var store = store(LONG, LONG, 64);
        var commands = new ArrayList<Future<Long>>();
        try (var stalled = holdTheLock()) {
            commands.add(append(store, "p0"));
            awaitSomebodyAtTheLock();
            for (int i = 1; i < 30; i++) {
                commands.add(append(store, "p" + i));
            }
            await().until(() -> store.appender().queued() == 29);
        }

        for (var command : commands) {
            assertThat(command.get()).isPositive();
        }
        assertThat(numberOf("select count(distinct xmin::text) from event")).isEqualTo(2);
        assertThat(numberOf("select count(*) from event")).isEqualTo(30);
    }

    @Test
    void after_a_group_that_had_company_the_next_one_waits_for_more() throws Exception {
        var store = store(Duration.ofSeconds(2));
        var commands = new ArrayList<Future<Long>>();
        try (var stalled = holdTheLock()) {
            commands.add(append(store, "p0"));
            awaitSomebodyAtTheLock();
            for (int i = 1; i <= 5; i++) {
                commands.add(append(store, "p" + i));
            }
            await().until(() -> store.appender().queued() == 5);
        }
        for (var command : commands) {
            command.get();
        }

        var early = append(store, "early");
        var late = append(store, "late");

        assertThat(early.get()).isPositive();
        assertThat(late.get()).isPositive();
        assertThat(numberOf("select count(distinct xmin::text) from event")).isEqualTo(3);
    }

    @Test
    void who_is_alone_waits_for_nobody() throws Exception {
        var store = store(Duration.ofDays(1));

        assertThat(append(store, "p0").get()).isEqualTo(1);
        assertThat(append(store, "p1").get()).isEqualTo(2);
    }

    @Test
    void what_postgresql_cannot_store_does_not_fail_its_neighbours() throws Exception {
        var store = store(LONG, LONG, 64);
        Future<Long> good;
        Future<Long> bad;
        Future<Long> alsoGood;
        try (var stalled = holdTheLock()) {
            var first = append(store, "p0");
            awaitSomebodyAtTheLock();
            good = append(store, "p1");
            bad = callers.submit(() -> store.appender().append(List.of(notUtf8("p2")), null));
            alsoGood = append(store, "p3");
            await().until(() -> store.appender().queued() == 3);
            assertThat(first).isNotDone();
        }

        assertThat(good.get()).isPositive();
        assertThat(alsoGood.get()).isPositive();
        assertThatThrownBy(bad::get).hasCauseInstanceOf(EventStoreException.class);
        assertThat(store.versionOf("p2")).isZero();
    }

    @Test
    void a_lost_connection_leaves_the_outcome_unknown_and_the_next_command_unharmed()
            throws Exception {
        var store = store(LONG, LONG, 64);
        Future<Long> command;
        try (var stalled = holdTheLock()) {
            command = append(store, "p1");
            terminate(awaitSomebodyAtTheLock());
            assertThatThrownBy(command::get).hasCauseInstanceOf(UnknownOutcomeException.class);
        }

        assertThat(append(store, "p2").get()).isPositive();
    }

    @Test
    void a_group_that_takes_too_long_is_given_up_with_nothing_stored() throws Exception {
        var store = store(Duration.ofSeconds(1), LONG, 64);
        try (var stalled = holdTheLock()) {
            assertThatThrownBy(append(store, "p1")::get)
                    .hasCauseInstanceOf(EventStoreUnavailableException.class);
        }

        assertThat(append(store, "p2").get()).isEqualTo(1);
        assertThat(store.versionOf("p1")).isZero();
    }

    @Test
    void who_waits_too_long_knows_whether_it_was_sent() throws Exception {
        var store = store(LONG, Duration.ofSeconds(2), 64);
        try (var stalled = holdTheLock()) {
            var sent = append(store, "p1");
            awaitSomebodyAtTheLock();
            var waiting = append(store, "p2");

            assertThatThrownBy(sent::get).hasCauseInstanceOf(UnknownOutcomeException.class);
            assertThatThrownBy(waiting::get)
                    .hasCauseInstanceOf(EventStoreUnavailableException.class);
        }

        await().until(() -> store.versionOf("p1") == 1);
        assertThat(append(store, "p3").get()).isEqualTo(2);
        assertThat(store.versionOf("p2")).isZero();
    }

    @Test
    void a_full_queue_turns_newcomers_away() throws Exception {
        var store = store(LONG, Duration.ofSeconds(2), 1);
        try (var stalled = holdTheLock()) {
            var sent = append(store, "p1");
            awaitSomebodyAtTheLock();
            var waiting = append(store, "p2");
            await().until(() -> store.appender().queued() == 1);

            assertThatThrownBy(append(store, "p3")::get)
                    .hasCauseInstanceOf(EventStoreUnavailableException.class);
            assertThat(sent).isNotNull();
            assertThat(waiting).isNotNull();
        }
    }

    @Test
    void nothing_is_stored_and_the_answer_is_fast_while_postgresql_is_away() {
        var away = new PGSimpleDataSource();
        away.setPortNumbers(new int[] {1});
        try (var store = new TestStore(away, EventStoreProperties.defaults())) {
            assertThatThrownBy(() -> store.append("p1", 0, 1))
                    .isInstanceOf(EventStoreUnavailableException.class);
            assertThatThrownBy(() -> store.engine.readEvents("p1").hasNext())
                    .isInstanceOf(EventStoreUnavailableException.class);
        }
    }

    @Test
    void stopping_stores_what_is_waiting_and_refuses_what_comes_later() throws Exception {
        var store = store(LONG, LONG, 64);
        Future<Long> first;
        Future<Long> second;
        Thread stopping;
        try (var stalled = holdTheLock()) {
            first = append(store, "p1");
            awaitSomebodyAtTheLock();
            second = append(store, "p2");
            await().until(() -> store.appender().queued() == 1);
            stopping = Thread.startVirtualThread(store::close);
            await().until(() -> store.appender().queued() == 2); // the wake-up call
        }
        stopping.join();

        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(2);
        assertThatThrownBy(append(store, "p3")::get)
                .hasCauseInstanceOf(EventStoreUnavailableException.class);
    }

    private TestStore store(Duration statementTimeout, Duration answerTimeout, int queue) {
        return store(
                new EventStoreProperties(
                        256, Duration.ofMillis(2), queue, statementTimeout, answerTimeout));
    }

    private TestStore store(Duration gathering) {
        return store(new EventStoreProperties(256, gathering, 64, LONG, LONG));
    }

    private TestStore store(EventStoreProperties properties) {
        var store = new TestStore(database, properties);
        stores.add(store);
        return store;
    }

    private Future<Long> append(TestStore store, String stream) {
        Callable<Long> command = () -> store.appender().append(rows(stream, 0, 1), null);
        return callers.submit(command);
    }

    private static EventRow notUtf8(String stream) {
        var row = rows(stream, 0, 1).getFirst();
        return new EventRow(
                stream,
                row.streamType(),
                row.version(),
                row.eventId(),
                row.type(),
                row.revision(),
                new byte[] {'"', (byte) 0xC3, '"'},
                row.metadata(),
                row.effectiveAt());
    }

    /** Stalls every appender until it is closed. */
    private Connection holdTheLock() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(4817001)");
        }
        return connection;
    }

    private int awaitSomebodyAtTheLock() {
        return await().until(
                        () ->
                                numberOf(
                                        """
                                        select coalesce(max(l.pid), 0)
                                        from   pg_locks l
                                        join   pg_database d on d.oid = l.database
                                        where  l.locktype = 'advisory'
                                        and    not l.granted
                                        and    d.datname = current_database()
                                        """),
                        pid -> pid > 0);
    }

    private void terminate(int pid) throws SQLException {
        numberOf("select pg_terminate_backend(" + pid + ")::integer");
    }

    private int numberOf(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
