package dev.headway.lifecycle.imports.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload, as far as it has come.
 *
 * @param rows how many the file has
 * @param done how many of them were answered
 * @param ignoredColumns the headings that were passed over, as the caller asked
 * @param twins the first rows that were created though others are called the same
 * @param failure why it ended before all were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRun(
        String id,
        ImportRunState state,
        boolean dryRun,
        Person startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int rows,
        int done,
        int created,
        int updated,
        int unchanged,
        int rejected,
        List<String> ignoredColumns,
        List<TwinRow> twins,
        @Nullable String failure) {

    /** Who started it, as they were shown then. */
    public record Person(String id, String name) {}
}
