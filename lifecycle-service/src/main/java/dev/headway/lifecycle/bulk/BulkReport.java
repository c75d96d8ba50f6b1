package dev.headway.lifecycle.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call is answered: the sums, and a row for each partnership in the order asked for. */
record BulkReport(long done, long unchanged, long refused, long rejected, List<Row> rows) {

    /** What came of one command. */
    enum Outcome {
        DONE,
        UNCHANGED,
        /** The gate stayed shut. */
        REFUSED,
        REJECTED
    }

    /** A criterion that keeps a gate shut, as the refusal of a single move has it. */
    record Unmet(String criterion, String statement, String have, String need) {

        static Unmet of(EvaluatedCriterion criterion) {
            return new Unmet(
                    criterion.id(), criterion.statement(), criterion.have(), criterion.need());
        }
    }

    /**
     * One partnership.
     *
     * @param stage and version as they are after it; null where there is no such partnership
     * @param error why it was not done
     * @param unmet every criterion that is not met, where its gate stayed shut
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String partnershipId,
            Outcome outcome,
            @Nullable Stage stage,
            @Nullable Long version,
            @Nullable String error,
            @Nullable List<Unmet> unmet) {

        static Row of(String id, CommandResult result) {
            var version = result.version();
            return switch (result) {
                case CommandResult.Done done ->
                        new Row(
                                id,
                                done.events() > 0 ? Outcome.DONE : Outcome.UNCHANGED,
                                done.stage(),
                                version,
                                null,
                                null);
                case CommandResult.GateShut shut -> {
                    var unmet = shut.gate().unmet();
                    yield new Row(
                            id,
                            Outcome.REFUSED,
                            shut.stage(),
                            version,
                            unmet.size() + " of the criteria for " + shut.gate().to() + " not met",
                            unmet.stream().map(Unmet::of).toList());
                }
                case CommandResult.Illegal illegal ->
                        rejected(id, illegal.stage(), version, illegal.why());
                case CommandResult.Stale _ ->
                        rejected(id, null, version, "The partnership has changed");
                case CommandResult.Broken broken ->
                        rejected(
                                id,
                                null,
                                version,
                                broken.pointer().substring(1) + " " + broken.message());
                case CommandResult.Forbidden forbidden ->
                        rejected(id, null, version, forbidden.why());
                case CommandResult.Missing missing ->
                        rejected(id, null, null, "There is no such " + missing.what());
            };
        }

        static Row unknown(String id) {
            return rejected(id, null, null, "There is no such partnership");
        }

        private static Row rejected(
                String id, @Nullable Stage stage, @Nullable Long version, String why) {
            return new Row(id, Outcome.REJECTED, stage, version, why, null);
        }
    }

    static BulkReport of(List<Row> rows) {
        return new BulkReport(
                count(rows, Outcome.DONE),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REFUSED),
                count(rows, Outcome.REJECTED),
                rows);
    }

    private static long count(List<Row> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
