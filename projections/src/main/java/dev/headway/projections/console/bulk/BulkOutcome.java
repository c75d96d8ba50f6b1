package dev.headway.projections.console.bulk;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of an action on many, or would.
 *
 * @param selection whom it is about, with their names
 */
public record BulkOutcome(ApiObject report, Selection selection) {

    private static final String DONE = "DONE";

    /** What needs somebody first. */
    private static final List<String> ORDER = List.of("REFUSED", "REJECTED", "UNCHANGED", DONE);

    /** One partnership. */
    public record Row(ApiObject of, String name) {

        public String outcome() {
            return of.text("outcome");
        }

        /** Why it was not done; each criterion that keeps a gate shut is a sentence of its own. */
        public List<String> reasons() {
            var unmet = of.each("unmet");
            return unmet.isEmpty()
                    ? Stream.of(of.text("error")).filter(each -> !each.isEmpty()).toList()
                    : unmet.stream()
                            .map(
                                    each ->
                                            "%s: has %s, needs %s"
                                                    .formatted(
                                                            each.text("statement"),
                                                            each.text("have"),
                                                            each.text("need")))
                            .toList();
        }
    }

    public List<Row> rows() {
        return report.each("rows").stream()
                .map(
                        row ->
                                new Row(
                                        row,
                                        selection
                                                .names()
                                                .getOrDefault(
                                                        row.text("partnershipId"),
                                                        row.text("partnershipId"))))
                .sorted(Comparator.comparingInt(row -> ORDER.indexOf(row.outcome())))
                .toList();
    }

    /** Those to which it is done. */
    public int done() {
        return report.count("done");
    }

    public int all() {
        return report.each("rows").size();
    }

    /** Their ids, as a form carries them. */
    public String doneIds() {
        return String.join(
                " ",
                rows().stream()
                        .filter(row -> row.outcome().equals(DONE))
                        .map(row -> row.of().text("partnershipId"))
                        .toList());
    }

    /** "9 done, 2 gates stay shut". */
    public String summary(boolean isDone) {
        var said =
                Stream.of(
                                count(report.count("done"), isDone ? "done" : "would be done"),
                                count(
                                        report.count("refused"),
                                        isDone
                                                ? "refused by a gate"
                                                : "would be refused by a gate"),
                                count(report.count("rejected"), "cannot be done"),
                                count(report.count("unchanged"), "are so already"))
                        .filter(each -> !each.isEmpty())
                        .toList();
        return said.isEmpty()
                ? "There are no such partnerships."
                : "Of %s: %s."
                        .formatted(Words.count(all(), "partnership"), String.join(", ", said));
    }

    private static String count(int count, String what) {
        return count == 0 ? "" : count + " " + what;
    }
}
