package dev.headway.lifecycle.imports;

import java.util.List;

/** What an upload is answered: the sums, and every row in the order of the file. */
record ImportReport(int created, int updated, int unchanged, int rejected, List<RowResult> rows) {

    static ImportReport of(OutcomeCounts tally, List<RowResult> rows) {
        return new ImportReport(
                tally.of(RowOutcome.CREATED),
                tally.of(RowOutcome.UPDATED),
                tally.of(RowOutcome.UNCHANGED),
                tally.of(RowOutcome.REJECTED),
                rows);
    }
}
