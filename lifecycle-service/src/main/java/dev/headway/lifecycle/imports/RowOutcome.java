package dev.headway.lifecycle.imports;

/** What became of a row. */
enum RowOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
