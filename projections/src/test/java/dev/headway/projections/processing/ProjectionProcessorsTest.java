package dev.headway.projections.processing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProjectionProcessorsTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Positions positions = new Positions(database);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Counting counting = new Counting("counting", database);
    private ProjectionProcessors loop = ProcessorsForTests.loop(source, log, counting);

    /** Notes every event it is handed, as often as it is handed to it. */
    private static final class Counting implements Projection {
        private final String name;
        private final JdbcClient database;
        private final AtomicInteger begun = new AtomicInteger();
        private volatile int held;
        private volatile boolean faulty;
        private volatile Runnable whileReading = () -> {};

        Counting(String name, JdbcClient database) {
            this.name = name;
            this.database = database;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of("counted");
        }

        @Override
        public BatchHandler open() {
            begun.incrementAndGet();
            return new BatchHandler() {
                @Override
                public void on(List<RecordedEvent> page) {
                    count(page);
                }

                @Override
                public int buffered() {
                    return held;
                }
            };
        }

        private void count(List<RecordedEvent> page) {
            for (var event : page) {
                database.sql("insert into counted (name, position) values (:name, :position)")
                        .param("name", name)
                        .param("position", event.position())
                        .update();
            }
            whileReading.run();
            if (faulty) {
                throw new IllegalStateException("faulty on purpose");
            }
        }
    }

    @BeforeEach
    void createTable() {
        var superuser = JdbcClient.create(TestDatabase.superuser(source));
        superuser
                .sql(
                        "create table counted (seq bigint generated always as identity, name text, position bigint)")
                .update();
        superuser.sql("grant select, insert, update, delete on counted to public").update();
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void events_are_handed_over_once_and_in_order_across_batches() {
        happened(1_234);

        loop.catchUp();
        loop.catchUp();

        assertThat(counted("counting"))
                .isEqualTo(log.all().stream().map(RecordedEvent::position).toList());
        assertThat(positions.reachedBy(List.of("counting"))).isEqualTo(log.head());
    }

    @Test
    void a_started_loop_reads_what_happens_while_it_runs() throws Exception {
        loop.start();

        happened(3);

        assertThat(positions.await(List.of("counting"), log.head(), ofSeconds(10))).isTrue();
        assertThat(counted("counting")).hasSize(3);
    }

    @Test
    void under_load_who_waits_for_an_event_does_not_wait_for_others_to_be_gathered()
            throws Exception {
        loop =
                ProcessorsForTests.loop(
                        source, log, positions, Duration.ofHours(1), Batch.MAX_DURATION, counting);
        happened(20);
        loop.start();
        await().atMost(ofSeconds(10)).until(() -> counted("counting").size() == 20);

        happened(1);

        assertThat(positions.await(List.of("counting"), log.head(), ofSeconds(10))).isTrue();
        assertThat(counted("counting")).hasSize(21);
    }

    @Test
    void a_failed_batch_leaves_no_trace_and_is_tried_again() {
        counting.faulty = true;
        happened(2);

        assertThatThrownBy(() -> loop.catchUp()).hasMessage("faulty on purpose");
        assertThat(counted("counting")).isEmpty();
        assertThat(positions.reachedBy(List.of("counting"))).isZero();

        counting.faulty = false;
        loop.catchUp();
        assertThat(counted("counting")).hasSize(2);
    }

    @Test
    void a_faulty_projection_holds_up_nobody_but_itself_and_recovers() {
        var sound = new Counting("sound", database);
        counting.faulty = true;
        loop = ProcessorsForTests.loop(source, log, counting, sound);
        loop.start();
        happened(2);

        await().atMost(ofSeconds(10)).until(() -> counted("sound").size() == 2);
        assertThat(counted("counting")).isEmpty();

        counting.faulty = false;
        await().atMost(ofSeconds(10)).until(() -> counted("counting").size() == 2);
    }

    @Test
    void two_nodes_share_the_work_without_doing_it_twice() {
        var other = ProcessorsForTests.loop(source, log, new Counting("counting", database));
        loop.start();
        other.start();
        try {
            happened(2_000);

            await().atMost(ofSeconds(20)).until(() -> counted("counting").size() >= 2_000);
            assertThat(counted("counting")).hasSize(2_000).doesNotHaveDuplicates();
        } finally {
            other.stop();
        }
    }

    @Test
    void a_projection_that_another_node_is_reading_is_left_alone() throws Exception {
        positions.table().register("counting");
        happened(1);
        var claimed = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var node =
                Thread.startVirtualThread(
                        () ->
                                new TransactionTemplate(new JdbcTransactionManager(source))
                                        .executeWithoutResult(
                                                _ -> {
                                                    var unused =
                                                            positions.claims().claim("counting");
                                                    claimed.countDown();
                                                    awaitQuietly(release);
                                                }));
        assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
        loop.start();

        assertThat(positions.await(List.of("counting"), log.head(), ofSeconds(1))).isFalse();

        release.countDown();
        node.join();
        assertThat(positions.await(List.of("counting"), log.head(), ofSeconds(10))).isTrue();
    }

    @Test
    void a_rebuild_reads_everything_again_and_switches_when_it_is_done() {
        happened(5200);
        loop.catchUp();
        database.sql("update counted set position = -position").update();
        var waiterArrived = new ArrayList<Long>();
        counting.whileReading =
                () -> {
                    waiterArrived.add(liveEvents());
                    if (waiterArrived.size() == 1) {
                        happened(1);
                    }
                };

        loop.rebuild("counting");

        assertThat(waiterArrived).as("what answered until the switch").containsOnly(5200L);
        assertThat(counted("counting")).hasSize(5201).allMatch(position -> position > 0);
        assertThat(positions.reachedBy(List.of("counting"))).isEqualTo(log.head());
        assertThat(traces()).isEmpty();
        happened(1);
        loop.catchUp();
        assertThat(counted("counting")).hasSize(5202);
    }

    @Test
    void a_rebuild_of_several_batches_reads_each_event_once() {
        counting.held = Batch.MAX_BUFFERED; // so that each page is a batch
        happened(2_500);
        loop.catchUp();

        loop.rebuild("counting");

        assertThat(counting.begun.get()).as("batches of both").isGreaterThanOrEqualTo(6);
        assertThat(counted("counting"))
                .isEqualTo(log.all().stream().map(RecordedEvent::position).toList());
    }

    @Test
    void a_rebuild_beside_a_longer_past_ends_where_the_log_ends() {
        happened(3);
        loop.catchUp();
        database.sql("update projection_position set position = 1000").update();

        loop.rebuild("counting");

        assertThat(counted("counting")).hasSize(3);
        assertThat(positions.reachedBy(List.of("counting"))).isEqualTo(log.head());
    }

    @Test
    void a_rebuild_that_breaks_off_leaves_the_answers_and_the_next_one_begins_anew() {
        happened(700);
        loop.catchUp();
        counting.faulty = true;
        assertThatThrownBy(() -> loop.rebuild("counting"))
                .hasMessageContaining("parks no more")
                .hasStackTraceContaining("on purpose");
        assertThat(counted("counting")).hasSize(700);

        counting.faulty = false;
        loop.rebuild("counting");
        loop.rebuild("counting");
        assertThat(counted("counting")).hasSize(700);
        assertThat(traces()).isEmpty();
    }

    /** Events in the table that answers, whatever the search path says. */
    private long liveEvents() {
        return database.sql("select count(*) from public.counted").query(Long.class).single();
    }

    private List<@Nullable String> traces() {
        return database.sql(
                        """
                        select nspname from pg_namespace where nspname like 'rebuild%'
                        union all
                        select projection from projection_position where projection like '%/%'
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void rows_are_cached_from_batch_to_batch() {
        happened(1);
        loop.catchUp();
        happened(1);
        loop.catchUp();

        assertThat(counting.begun).hasValue(1);
        assertThat(counted("counting")).hasSize(2);
    }

    @Test
    void no_cached_row_is_used_when_another_node_has_written_meanwhile() {
        happened(1);
        loop.catchUp();
        happened(1);
        ProcessorsForTests.loop(source, log, new Counting("counting", database)).catchUp();
        happened(1);
        loop.catchUp();

        assertThat(counting.begun).hasValue(2);
        assertThat(counted("counting")).hasSize(3);
    }

    @Test
    void no_cached_row_is_used_when_another_node_has_rebuilt_the_tables_meanwhile() {
        happened(1);
        loop.catchUp();
        ProcessorsForTests.loop(source, log, new Counting("counting", database))
                .rebuild("counting");
        assertThat(positions.reachedBy(List.of("counting"))).isEqualTo(log.head());
        happened(1);
        loop.catchUp();

        assertThat(counting.begun).hasValue(2);
        assertThat(counted("counting")).hasSize(2);
    }

    @Test
    void no_cached_row_of_a_failed_batch_is_used() {
        happened(1);
        loop.catchUp();
        counting.faulty = true;
        happened(1);
        assertThatThrownBy(() -> loop.catchUp()).hasMessageContaining("on purpose");
        counting.faulty = false;
        loop.catchUp();

        assertThat(counting.begun).hasValue(2);
        assertThat(counted("counting")).hasSize(2);
    }

    @Test
    void lag_is_measured_in_events_and_in_seconds() {
        var meters = new SimpleMeterRegistry();
        var clock = new DrivenClock(Instant.parse("2026-01-01T00:01:30Z"));
        new ProjectionLag(List.of(counting), log, positions, clock).bindTo(meters);
        log.recordedAt(Instant.parse("2026-01-01T00:00:00Z"));
        happened(2);

        assertThat(meters.get("headway.projection.lag.events").gauge().value()).isEqualTo(20);
        assertThat(meters.get("headway.projection.lag.seconds").gauge().value()).isEqualTo(90);

        loop.catchUp();
        assertThat(meters.get("headway.projection.lag.events").gauge().value()).isZero();
        assertThat(meters.get("headway.projection.lag.seconds").gauge().value()).isZero();
    }

    private void happened(int events) {
        IntStream.range(0, events)
                .forEach(
                        i ->
                                log.happened(
                                        "import-" + i,
                                        new ImportStarted("import-" + i, 1, Instant.EPOCH)));
    }

    private List<Long> counted(String name) {
        return database.sql("select position from counted where name = :name order by seq")
                .param("name", name)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
