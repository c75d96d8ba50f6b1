package dev.headway.lifecycle.imports;

import java.util.List;

/** What an upload is answered: the sums, and every row in the order of the file. */
record ImportReport(int created, int updated, int unchanged, int rejected, List<RowResult> rows) {

    static ImportReport of(OutcomeCounts counts, List<RowResult> rows) {
        return new ImportReport(
                counts.of(RowOutcome.CREATED),
                counts.of(RowOutcome.UPDATED),
                counts.of(RowOutcome.UNCHANGED),
                counts.of(RowOutcome.REJECTED),
                rows);
    }
}
