package dev.headway.lifecycle.imports;

import dev.headway.lifecycle.imports.runs.ImportRunTable;
import dev.headway.lifecycle.imports.runs.ImportRunTable.Progress;
import dev.headway.lifecycle.imports.runs.RejectedRow;
import dev.headway.lifecycle.imports.runs.RejectedRow.Reason;
import dev.headway.lifecycle.imports.runs.RejectedRowTable;
import dev.headway.lifecycle.imports.runs.TwinRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upload that runs, and says each second how far it has come, for whoever asks meanwhile. That
 * it cannot is no reason for the rows to wait.
 */
final class RecordedRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedRun.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final String importId;
    private final ImportRunTable runs;
    private final RejectedRowTable rejections;
    private final OutcomeCounts counts = new OutcomeCounts();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<TwinRow> twins = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    RecordedRun(String importId, ImportRunTable runs, RejectedRowTable rejections) {
        this.importId = importId;
        this.runs = runs;
        this.rejections = rejections;
    }

    /** Begins to tell how far it has come. */
    RecordedRun started() {
        Thread.ofVirtual().name("progress-" + importId).start(this::tellUntilOver);
        return this;
    }

    String importId() {
        return importId;
    }

    OutcomeCounts counts() {
        return counts;
    }

    RowResult count(RowResult result) {
        if (result.outcome() == RowOutcome.REJECTED) {
            keep(result);
        }
        if (!result.twins().isEmpty()) {
            keepTwin(result);
        }
        return counts.count(result);
    }

    private synchronized void keepTwin(RowResult result) {
        if (twins.size() < TwinRow.MOST) {
            twins.add(new TwinRow(result.line(), result.externalKey(), result.twins()));
        }
    }

    private synchronized void keep(RowResult result) {
        if (rejected.size() < RejectedRowTable.MOST) {
            rejected.add(
                    new RejectedRow(
                            result.row(),
                            result.line(),
                            result.externalKey(),
                            result.errors().stream()
                                    .map(each -> new Reason(each.column(), each.message()))
                                    .toList()));
        }
    }

    /** All rows were answered, or none more will be. */
    void end(@Nullable String failure) {
        over.countDown();
        try {
            rejections.store(importId, rejectedInOrder());
            runs.end(importId, progress(), twinsInOrder(), failure);
        } catch (RuntimeException e) {
            LOG.warn("What became of {} could not be kept: {}", importId, e.getMessage());
        }
    }

    private synchronized List<TwinRow> twinsInOrder() {
        return twins.stream().sorted(Comparator.comparingInt(TwinRow::line)).toList();
    }

    /** One that has not ended by now has broken off, and is told so after a while. */
    @Override
    public void close() {
        over.countDown();
    }

    private void tellUntilOver() {
        try {
            while (!over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                tell();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            runs.progress(importId, progress());
        } catch (RuntimeException e) {
            LOG.warn("How far {} has come could not be kept: {}", importId, e.getMessage());
        }
    }

    private Progress progress() {
        return new Progress(
                counts.of(RowOutcome.CREATED),
                counts.of(RowOutcome.UPDATED),
                counts.of(RowOutcome.UNCHANGED),
                counts.of(RowOutcome.REJECTED));
    }

    private synchronized List<RejectedRow> rejectedInOrder() {
        return rejected.stream().sorted(Comparator.comparingInt(RejectedRow::row)).toList();
    }
}
