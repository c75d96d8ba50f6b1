package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processors with ten pages to catch up with. The slow one stands still after its first page;
 * the quick one has committed three, and then has three more in hand when it is too far ahead to go
 * on.
 */
class ProcessorThreadTest {

    private static final long COMMITTED = 3L * Batch.PAGE_SIZE;
    private static final long IN_HAND = 6L * Batch.PAGE_SIZE;

    private final DataSource source = TestDatabase.migrated();
    private final Positions positions = new Positions(JdbcClient.create(source));
    private final InMemoryEventLog log = new InMemoryEventLog(1);
    private final CountDownLatch slowStands = new CountDownLatch(1);
    private final CountDownLatch slowMayGoOn = new CountDownLatch(1);
    private final Traveller slow =
            new Traveller("slow") {
                @Override
                void on(long position) {
                    if (position > Batch.PAGE_SIZE) {
                        slowStands.countDown();
                        awaitUninterrupted(slowMayGoOn);
                    }
                }
            };
    private final Traveller quick =
            new Traveller("quick") {
                @Override
                void on(long position) {
                    awaitUninterrupted(slowStands);
                }
            };
    private ProjectionProcessors loop = ProcessorsForTests.loop(source, log, slow, quick);

    /** Only knows how far it has been handed events. */
    private abstract static class Traveller implements Projection {
        private final String name;
        private volatile long handed;

        Traveller(String name) {
            this.name = name;
        }

        /** Is handed a page that ends at this position. */
        abstract void on(long position);

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public BatchHandler open() {
            return page -> {
                on(page.getLast().position());
                handed = page.getLast().position();
            };
        }
    }

    @BeforeEach
    void tenPages() {
        for (int n = 0; n < 10 * Batch.PAGE_SIZE; n++) {
            log.happened("import-" + n, new ImportStarted("import-" + n, 1, Instant.EPOCH));
        }
    }

    @AfterEach
    void stop() {
        slowMayGoOn.countDown();
        loop.stop();
    }

    @Test
    void one_that_is_ahead_waits_inside_its_batch_and_goes_on_in_it() throws Exception {
        start(Duration.ofDays(1));
        awaitWaiting();
        assertThat(position("quick")).isEqualTo(COMMITTED);

        slowMayGoOn.countDown();

        assertThat(positions.await(List.of("slow", "quick"), log.head(), Duration.ofMinutes(1)))
                .isTrue();
    }

    @Test
    void what_is_in_hand_is_stored_when_the_batch_has_lasted_long_enough() {
        start(Duration.ofMillis(200));

        await().until(() -> position("quick") == IN_HAND);
    }

    @Test
    void what_is_in_hand_is_stored_when_somebody_waits_for_it() throws Exception {
        start(Duration.ofDays(1));
        awaitWaiting();

        assertThat(positions.await(List.of("quick"), IN_HAND, Duration.ofMinutes(1))).isTrue();
        assertThat(position("slow")).isEqualTo(Batch.PAGE_SIZE);
    }

    @Test
    void what_is_in_hand_is_stored_when_the_processors_stop() {
        start(Duration.ofDays(1));
        awaitWaiting();

        var stopped = CompletableFuture.runAsync(loop::stop);

        await().until(() -> position("quick") == IN_HAND);
        slowMayGoOn.countDown();
        stopped.join();
        assertThat(quick.handed).isEqualTo(IN_HAND);
    }

    private void start(Duration longestBatch) {
        loop =
                ProcessorsForTests.loop(
                        source, log, positions, Duration.ofMillis(100), longestBatch, slow, quick);
        loop.start();
    }

    private void awaitWaiting() {
        await().until(() -> quick.handed == IN_HAND);
    }

    private long position(String projection) {
        return positions.reachedBy(List.of(projection));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
