package dev.headway.projections.console.people;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.stream.Stream;

/** What came of a handover, or would. */
public record HandoverOutcome(ApiObject report) {

    /** As many as somebody reads; the others are counted. */
    private static final int SHOWN = 200;

    /** One thing. */
    public record Row(ApiObject of) {

        /** What it is, as pages call it. */
        public String what() {
            return switch (of.text("what")) {
                case "SEATS" -> Words.say(of.text("name")) + " seat";
                case "ALERTS" -> Words.say(of.text("name")) + " alert";
                default -> of.text("name");
            };
        }
    }

    public List<Row> rows() {
        return report.each("rows").stream().limit(SHOWN).map(Row::new).toList();
    }

    /** How many there are beside those. */
    public int more() {
        return Math.max(0, all() - SHOWN);
    }

    public boolean isNothing() {
        return all() == 0;
    }

    private int all() {
        return report.each("rows").size();
    }

    /** "1 step, 0 seats, 0 alerts → {name}.", which stands for whoever has them now. */
    String moved() {
        var rejected = count("rejected", "could not be handed over");
        return "%s, %s, %s → {name}."
                        .formatted(
                                handed("STEPS", "step"),
                                handed("SEATS", "seat"),
                                handed("ALERTS", "alert"))
                + (rejected.isEmpty() ? "" : " " + rejected + ".");
    }

    private String handed(String what, String one) {
        var count =
                report.each("rows").stream()
                        .filter(row -> row.text("what").equals(what))
                        .filter(row -> row.text("outcome").equals("HANDED"))
                        .count();
        return Words.count(count, one);
    }

    /** "Of 3 things: 2 would be handed over, 1 cannot be." */
    public String summary() {
        var said =
                Stream.of(
                                count("handed", "would be handed over"),
                                count("unchanged", "are somebody else's already"),
                                count("rejected", "cannot be"))
                        .filter(each -> !each.isEmpty())
                        .toList();
        return said.isEmpty()
                ? "There is nothing to hand over."
                : "Of %s: %s.".formatted(Words.count(all(), "thing"), String.join(", ", said));
    }

    private String count(String of, String what) {
        var count = report.count(of);
        return count == 0 ? "" : count + " " + what;
    }
}
