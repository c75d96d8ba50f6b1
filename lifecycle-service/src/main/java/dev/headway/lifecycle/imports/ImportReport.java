package dev.headway.lifecycle.imports;

import java.util.List;

/**
 * What an upload is answered: the sums, and every row in the order of the file.
 *
 * @param ignoredColumns the headings that were passed over, as the caller asked
 */
record ImportReport(
        int created,
        int updated,
        int unchanged,
        int rejected,
        List<String> ignoredColumns,
        List<RowResult> rows) {

    static ImportReport of(
            OutcomeCounts counts, List<String> ignoredColumns, List<RowResult> rows) {
        return new ImportReport(
                counts.of(RowOutcome.CREATED),
                counts.of(RowOutcome.UPDATED),
                counts.of(RowOutcome.UNCHANGED),
                counts.of(RowOutcome.REJECTED),
                ignoredColumns,
                rows);
    }
}
