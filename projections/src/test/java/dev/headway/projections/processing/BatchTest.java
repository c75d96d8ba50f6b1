package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.BatchHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final ParkedStreams NOBODY = new ParkedStreams(List.of());

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Noting handler = new Noting();

    /** Notes the sizes of its pages, and what it was asked to store. */
    private static final class Noting implements BatchHandler {
        private final List<Integer> pages = new ArrayList<>();
        private int stored;
        private int held;

        @Override
        public void on(List<RecordedEvent> page) {
            pages.add(page.size());
        }

        @Override
        public void flush() {
            stored++;
        }

        @Override
        public int buffered() {
            return held;
        }
    }

    @Test
    void it_ends_after_as_many_pages_as_were_asked_for() {
        happened(2 * Batch.PAGE_SIZE + 1);

        var read = Batch.read(log, handler, NOBODY, 0, 2, _ -> true);

        assertThat(handler.pages).containsExactly(Batch.PAGE_SIZE, Batch.PAGE_SIZE);
        assertThat(read).isEqualTo(new Batch(20 * Batch.PAGE_SIZE, 2 * Batch.PAGE_SIZE, 2));
        assertThat(read.isAtTheHead()).isFalse();
        assertThat(handler.stored).isEqualTo(1);
    }

    @Test
    void it_ends_with_the_log_also_where_the_last_page_was_full() {
        happened(2 * Batch.PAGE_SIZE);

        var read = Batch.read(log, handler, NOBODY, 0, 9, _ -> true);

        assertThat(handler.pages).containsExactly(Batch.PAGE_SIZE, Batch.PAGE_SIZE);
        assertThat(read.lastPosition()).isEqualTo(log.head());
        assertThat(read.isAtTheHead()).isTrue();
        assertThat(handler.stored).isEqualTo(1);
    }

    @Test
    void it_ends_where_it_is_asked_to() {
        happened(3 * Batch.PAGE_SIZE);

        var read =
                Batch.read(
                        log, handler, NOBODY, 0, 9, position -> position < 20L * Batch.PAGE_SIZE);

        assertThat(read.pages()).isEqualTo(2);
        assertThat(read.isAtTheHead()).isFalse();
    }

    @Test
    void it_ends_when_many_rows_are_buffered() {
        happened(3 * Batch.PAGE_SIZE);
        handler.held = Batch.MAX_BUFFERED;

        assertThat(Batch.read(log, handler, NOBODY, 0, 9, _ -> true).pages()).isEqualTo(1);
    }

    @Test
    void of_an_empty_log_nothing_is_read() {
        var read = Batch.read(log, handler, NOBODY, 70, 9, _ -> true);

        assertThat(read).isEqualTo(new Batch(70, 0, 1));
        assertThat(read.isAtTheHead()).isTrue();
        assertThat(handler.pages).isEmpty();
    }

    private void happened(int events) {
        for (int i = 0; i < events; i++) {
            log.happened("import-" + i, new ImportStarted("import-" + i, 1, Instant.EPOCH));
        }
    }
}
