package dev.headway.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.rebuilds.RebuildProgress;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked for is done, whatever becomes of whoever was at it. */
class RebuildQueueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final Positions positions = new Positions(database);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Counting counting = new Counting();
    private final RebuildQueue queue =
            new RebuildQueue(ProcessorsForTests.loop(source, log, counting), positions, true);
    private final List<RebuildProgress> seen = new ArrayList<>();

    /** Counts the events of each batch in a row of its own. */
    private final class Counting implements Projection {
        private volatile Runnable fault = () -> {};

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<String> tables() {
            return List.of("batch");
        }

        @Override
        public BatchHandler open() {
            return new BatchHandler() {
                @Override
                public void on(List<RecordedEvent> page) {
                    seen.addAll(positions.rebuilds().all());
                    fault.run();
                    database.sql("insert into batch values (:events)")
                            .param("events", page.size())
                            .update();
                }

                @Override
                public int buffered() {
                    return Integer.MAX_VALUE; // so that each page is a batch
                }
            };
        }
    }

    @BeforeEach
    void createTable() {
        var superuser = JdbcClient.create(TestDatabase.superuser(source));
        superuser.sql("create table batch (events integer not null)").update();
        superuser.sql("grant select, insert, update, delete on batch to public").update();
        for (int each = 0; each < 2_500; each++) {
            log.happened("import-" + each, new ImportStarted("import-" + each, 1, Instant.EPOCH));
        }
    }

    @AfterEach
    void stop() {
        queue.stop();
    }

    @Test
    void how_far_it_has_come_is_told_after_each_batch() {
        queue.start();
        queue.enqueue(List.of("counting"));
        await().atMost(PATIENCE).until(() -> !queue.isBuilding());

        assertThat(seen).extracting(RebuildProgress::events).containsExactly(0L, 1_000L, 2_000L);
        assertThat(seen.getLast().position()).isEqualTo(log.all().get(1_999).position());
        assertThat(seen.getLast().eventsPerSecond()).isPresent();
        assertThat(seen.getLast().secondsFor(1)).isPresent();
        assertThat(events()).isEqualTo(2_500);
        assertThat(positions.rebuilds().all()).isEmpty();
    }

    @Test
    void what_a_killed_node_had_taken_up_is_left_alone_until_it_is_given_up_and_begun_again_then() {
        positions.rebuilds().request(List.of("counting"));
        assertThat(positions.rebuilds().claimNext(List.of("counting"))).contains("counting");
        queue.start();
        queue.enqueue(List.of("counting"));
        assertThat(positions.rebuilds().claimNext(List.of("counting"))).isEmpty();

        database.sql("update projection_rebuild set claimed_until = now()").update();
        queue.enqueue(List.of("counting")); // asked for already: it is only looked for
        await().atMost(PATIENCE).until(() -> !queue.isBuilding());

        assertThat(events()).isEqualTo(2_500);
    }

    @Test
    void what_is_asked_of_a_node_that_builds_nothing_waits_for_one_that_does() {
        queue.enqueue(List.of("counting"));
        assertThat(queue.isBuilding()).isTrue();

        queue.start();
        await().atMost(PATIENCE).until(() -> !queue.isBuilding());
        assertThat(events()).isEqualTo(2_500);
    }

    @Test
    void a_node_that_ends_leaves_it_to_the_next_at_once() {
        var reading = new CountDownLatch(1);
        var ending = new CountDownLatch(1);
        counting.fault =
                () -> {
                    reading.countDown();
                    awaitInterrupted(ending);
                };
        queue.start();
        queue.enqueue(List.of("counting"));
        awaitInterrupted(reading);
        queue.stop();

        assertThat(positions.rebuilds().claimNext(List.of("counting"))).contains("counting");
    }

    /** Until it is opened, or the thread is interrupted, which stays to be seen. */
    private static void awaitInterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_fails_of_what_it_reads_is_given_up_and_tried_again_when_somebody_asks() {
        counting.fault =
                () -> {
                    throw new IllegalStateException("faulty on purpose");
                };
        queue.start();
        queue.enqueue(List.of("counting"));
        await().atMost(PATIENCE).until(() -> !queue.isBuilding());

        var failed = positions.rebuilds().all().getFirst();
        assertThat(failed.state()).isEqualTo(RebuildProgress.State.FAILED);
        assertThat(failed.failure()).isEqualTo("java.lang.IllegalStateException");
        assertThat(positions.rebuilds().count().failed()).isEqualTo(1);

        counting.fault = () -> {};
        queue.enqueue(List.of("counting"));
        await().atMost(PATIENCE).until(() -> positions.rebuilds().all().isEmpty());
        assertThat(events()).isEqualTo(2_500);
    }

    @Test
    void what_has_another_name_is_not_taken() {
        assertThatThrownBy(() -> queue.enqueue(List.of("counting", "nothing")))
                .hasMessageContaining("nothing");
        assertThat(positions.rebuilds().all()).isEmpty();
    }

    private long events() {
        return database.sql("select coalesce(sum(events), 0) from batch")
                .query(Long.class)
                .single();
    }
}
