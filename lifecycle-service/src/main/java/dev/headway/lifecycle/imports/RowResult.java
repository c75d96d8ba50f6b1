package dev.headway.lifecycle.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.partnership.Answer;
import dev.headway.lifecycle.partnership.ImportPartnership;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one row was answered. */
record RowResult(
        int row,
        String externalKey,
        Outcome outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String partnershipId,
        List<RowError> errors) {

    /** A bad row is rejected as it stands; a good one is what its partnership answers. */
    static RowResult of(Row row, Function<ImportPartnership, Answer> partnership) {
        return switch (row) {
            case Row.Bad bad -> rejected(bad, null, bad.errors());
            case Row.Good good -> answered(good, partnership.apply(good.command()));
        };
    }

    private static RowResult answered(Row.Good row, Answer answer) {
        var id = row.command().partnershipId();
        return switch (answer) {
            case Answer.Done done ->
                    new RowResult(row.number(), row.externalKey(), outcome(done), id, List.of());
            case Answer.Broken broken ->
                    rejected(row, id, List.of(new RowError(null, broken.message())));
            case Answer.Illegal illegal ->
                    rejected(row, id, List.of(new RowError(null, illegal.why())));
            case Answer.GateShut _, Answer.Stale _, Answer.Forbidden _, Answer.Missing _ ->
                    throw new IllegalStateException("No row is answered like this: " + answer);
        };
    }

    private static Outcome outcome(Answer.Done done) {
        if (done.events() == 0) {
            return Outcome.UNCHANGED;
        }
        return done.isFirst() ? Outcome.CREATED : Outcome.UPDATED;
    }

    private static RowResult rejected(Row row, @Nullable String id, List<RowError> errors) {
        return new RowResult(row.number(), row.externalKey(), Outcome.REJECTED, id, errors);
    }
}
