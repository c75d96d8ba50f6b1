package dev.headway.lifecycle.imports;

import java.util.List;

/** What an upload is answered: the sums, and every row in the order of the file. */
record Report(int created, int updated, int unchanged, int rejected, List<RowResult> rows) {

    static Report of(Tally tally, List<RowResult> rows) {
        return new Report(
                tally.of(Outcome.CREATED),
                tally.of(Outcome.UPDATED),
                tally.of(Outcome.UNCHANGED),
                tally.of(Outcome.REJECTED),
                rows);
    }
}
