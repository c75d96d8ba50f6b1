package dev.headway.lifecycle.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/**
 * The promise everything else rests on: a reader that has seen position <i>p</i> has seen
 * everything up to <i>p</i>, whoever writes and however often the reader starts again.
 */
class PositionOrderTest {

    private static final int WRITERS = 16;
    private static final int READERS = 4;
    private static final int COMMANDS = 150;
    private static final int STREAMS = 40;

    @Test
    void readers_see_every_event_once_and_in_order_while_two_nodes_write() throws Exception {
        try (var database = pooled(TestStore.migrated(TestDatabase.empty()));
                var one = new TestStore(database, EventStoreProperties.defaults());
                var two = one.anotherNode();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = List.of(one, two);
            var stored = new AtomicInteger();
            var writing = new AtomicInteger(WRITERS);
            for (int w = 0; w < WRITERS; w++) {
                var random = new Random(w);
                var node = nodes.get(w % 2);
                threads.submit(
                        () -> {
                            for (int c = 0; c < COMMANDS; c++) {
                                stored.addAndGet(appendSomewhere(node, random));
                            }
                            return writing.decrementAndGet();
                        });
            }
            var readings = new ArrayList<Future<List<RecordedEvent>>>();
            for (int r = 0; r < READERS; r++) {
                var random = new Random(100 + r);
                var node = nodes.get(r % 2);
                readings.add(threads.submit(() -> readAll(node, random, writing)));
            }

            for (var reading : readings) {
                var seen = reading.get();
                assertThat(seen).hasSize(stored.get());
                assertThat(seen.stream().map(RecordedEvent::position))
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertStreamsHaveNoHoles(seen);
            }
        }
    }

    private static HikariDataSource pooled(DataSource database) {
        var pool = new HikariConfig();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(16);
        return new HikariDataSource(pool);
    }

    /** Reads the head of a stream and appends after it; with 16 writers many lose the race. */
    private static int appendSomewhere(TestStore node, Random random) {
        var stream = "p" + random.nextInt(STREAMS);
        var count = 1 + random.nextInt(3);
        try {
            node.append(stream, node.versionOf(stream), count);
            return count;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            return 0;
        }
    }

    /**
     * Follows the log in pages of random size, until the writers are done and it is at the head.
     */
    private static List<RecordedEvent> readAll(TestStore node, Random random, AtomicInteger writing)
            throws InterruptedException {
        var seen = new ArrayList<RecordedEvent>();
        while (true) {
            var over = writing.get() == 0;
            var position = seen.isEmpty() ? 0 : seen.getLast().position();
            var page = node.log.after(position, 1 + random.nextInt(50));
            seen.addAll(page);
            if (page.isEmpty() && over) {
                return seen;
            }
            if (page.isEmpty()) {
                node.log.awaitBeyond(position, Duration.ofMillis(100));
            }
        }
    }

    private static void assertStreamsHaveNoHoles(List<RecordedEvent> seen) {
        var versions = new HashMap<String, Long>();
        for (var event : seen) {
            assertThat(event.version()).isEqualTo(versions.getOrDefault(event.stream(), 0L) + 1);
            versions.put(event.stream(), event.version());
        }
    }
}
