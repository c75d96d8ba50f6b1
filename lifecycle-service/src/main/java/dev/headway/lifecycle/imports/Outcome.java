package dev.headway.lifecycle.imports;

/** What became of a row. */
enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
