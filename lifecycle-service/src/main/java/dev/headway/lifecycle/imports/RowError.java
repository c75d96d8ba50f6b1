package dev.headway.lifecycle.imports;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row.
 *
 * @param column the heading of the column it is about, null when it is about the row
 */
record RowError(@Nullable String column, String message) {}
