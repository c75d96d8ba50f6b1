package dev.headway.lifecycle.imports.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was rejected.
 *
 * @param row its number, from 1 after the header
 * @param line the file's, where it begins
 */
public record RejectedRow(int row, int line, String externalKey, List<Reason> errors) {

    /**
     * @param column the heading of the column it is about, null when it is about the row
     */
    public record Reason(@Nullable String column, String message) {}
}
