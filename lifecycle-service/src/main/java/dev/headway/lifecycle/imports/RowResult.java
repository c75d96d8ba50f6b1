package dev.headway.lifecycle.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.imports.runs.TwinRow.Twin;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one row was answered.
 *
 * @param row its number, from 1 after the header
 * @param line the file's, where it begins
 * @param twins of a row that is created, others that are called the same
 */
record RowResult(
        int row,
        int line,
        String externalKey,
        RowOutcome outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String partnershipId,
        List<RowError> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Twin> twins) {

    /** The same, which names those it may be a twin of; only what is new may be one. */
    RowResult beside(List<Twin> others) {
        return outcome == RowOutcome.CREATED
                ? new RowResult(row, line, externalKey, outcome, partnershipId, errors, others)
                : this;
    }

    /** A bad row is rejected as it stands; a good one is what its partnership answers. */
    static RowResult of(ImportRow row, Function<ImportPartnership, CommandResult> partnership) {
        return switch (row) {
            case ImportRow.Invalid invalid -> rejected(invalid, null, invalid.errors());
            case ImportRow.Valid valid -> answered(valid, partnership.apply(valid.command()));
        };
    }

    private static RowResult answered(ImportRow.Valid row, CommandResult answer) {
        var id = row.command().partnershipId();
        return switch (answer) {
            case CommandResult.Done done -> result(row, outcome(done), id, List.of());
            case CommandResult.Broken broken ->
                    rejected(row, id, List.of(new RowError(null, broken.message())));
            case CommandResult.Illegal illegal ->
                    rejected(row, id, List.of(new RowError(null, illegal.why())));
            case CommandResult.GateShut _,
                    CommandResult.Stale _,
                    CommandResult.Forbidden _,
                    CommandResult.Missing _ ->
                    throw new IllegalStateException("No row is answered like this: " + answer);
        };
    }

    private static RowOutcome outcome(CommandResult.Done done) {
        if (done.events() == 0) {
            return RowOutcome.UNCHANGED;
        }
        return done.isFirst() ? RowOutcome.CREATED : RowOutcome.UPDATED;
    }

    private static RowResult rejected(ImportRow row, @Nullable String id, List<RowError> errors) {
        return result(row, RowOutcome.REJECTED, id, errors);
    }

    private static RowResult result(
            ImportRow row, RowOutcome outcome, @Nullable String id, List<RowError> errors) {
        return new RowResult(
                row.place().number(),
                row.place().line(),
                row.externalKey(),
                outcome,
                id,
                errors,
                List.of());
    }
}
