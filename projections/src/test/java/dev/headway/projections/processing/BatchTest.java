package dev.headway.projections.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.ImportEvent.ImportStarted;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Noting intake = new Noting();

    /** Notes the sizes of its pages, and what it was asked to store. */
    private static final class Noting implements Intake {
        private final List<Integer> pages = new ArrayList<>();
        private int stored;
        private int held;

        @Override
        public void on(List<RecordedEvent> page) {
            pages.add(page.size());
        }

        @Override
        public void store() {
            stored++;
        }

        @Override
        public int held() {
            return held;
        }
    }

    @Test
    void it_ends_after_as_many_pages_as_were_asked_for() {
        happened(2 * Batch.PAGE + 1);

        var read = Batch.read(log, intake, 0, 2, _ -> true);

        assertThat(intake.pages).containsExactly(Batch.PAGE, Batch.PAGE);
        assertThat(read).isEqualTo(new Batch(20 * Batch.PAGE, 2 * Batch.PAGE, 2));
        assertThat(read.isAtTheHead()).isFalse();
        assertThat(intake.stored).isEqualTo(1);
    }

    @Test
    void it_ends_with_the_log_also_where_the_last_page_was_full() {
        happened(2 * Batch.PAGE);

        var read = Batch.read(log, intake, 0, 9, _ -> true);

        assertThat(intake.pages).containsExactly(Batch.PAGE, Batch.PAGE);
        assertThat(read.to()).isEqualTo(log.head());
        assertThat(read.isAtTheHead()).isTrue();
        assertThat(intake.stored).isEqualTo(1);
    }

    @Test
    void it_ends_where_it_is_told_to() {
        happened(3 * Batch.PAGE);

        var read = Batch.read(log, intake, 0, 9, position -> position < 20L * Batch.PAGE);

        assertThat(read.pages()).isEqualTo(2);
        assertThat(read.isAtTheHead()).isFalse();
    }

    @Test
    void it_ends_when_much_is_held_in_memory() {
        happened(3 * Batch.PAGE);
        intake.held = Batch.MOST_HELD;

        assertThat(Batch.read(log, intake, 0, 9, _ -> true).pages()).isEqualTo(1);
    }

    @Test
    void of_an_empty_log_nothing_is_read() {
        var read = Batch.read(log, intake, 70, 9, _ -> true);

        assertThat(read).isEqualTo(new Batch(70, 0, 1));
        assertThat(read.isAtTheHead()).isTrue();
        assertThat(intake.pages).isEmpty();
    }

    private void happened(int events) {
        for (int i = 0; i < events; i++) {
            log.happened("import-" + i, new ImportStarted("import-" + i, 1, Instant.EPOCH));
        }
    }
}
