package dev.headway.projections.console.figures;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as a table for each of its sides.
 *
 * @param title of the side
 */
public record ScorecardLines(String title, List<Line> lines) {

    private static final String NONE = "—";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private static final Map<String, String> SIDES =
            Map.of(
                    "financial", "In money",
                    "customer", "To customers",
                    "process", "How it is run",
                    "learning", "What is learnt");

    /** What a figure is called, and what its value is of. */
    private enum Unit {
        PERCENT,
        DAYS,
        NUMBER
    }

    private record Shown(String name, Unit unit) {}

    private static final Map<String, Shown> FIGURES =
            Map.ofEntries(
                    Map.entry(
                            "leverageAgainstClaim",
                            new Shown("Leverage against claim", Unit.PERCENT)),
                    Map.entry("claimsSettled", new Shown("Claims settled", Unit.PERCENT)),
                    Map.entry("jointWins", new Shown("Joint wins", Unit.NUMBER)),
                    Map.entry("distinctCustomers", new Shown("Customers", Unit.NUMBER)),
                    Map.entry("launchToFirstUse", new Shown("Launch to first use", Unit.DAYS)),
                    Map.entry(
                            "announcedToFirstUse", new Shown("Announced to first use", Unit.DAYS)),
                    Map.entry(
                            "gatesAtFirstTry",
                            new Shown("Gates passed at first try", Unit.PERCENT)),
                    Map.entry("beatsKept", new Shown("Beats kept", Unit.PERCENT)),
                    Map.entry("stepsOnTime", new Shown("Steps on time", Unit.PERCENT)),
                    Map.entry("daysInStage", new Shown("Days in a stage", Unit.DAYS)),
                    Map.entry("obligationsOnTime", new Shown("Obligations on time", Unit.PERCENT)),
                    Map.entry("pilotVerdicts", new Shown("Pilot verdicts", Unit.NUMBER)),
                    Map.entry("exceptions", new Shown("Exceptions", Unit.NUMBER)),
                    Map.entry("deviations", new Shown("Deviations", Unit.NUMBER)),
                    Map.entry("heroIndex", new Shown("Fewest people who carry one", Unit.NUMBER)),
                    Map.entry("carriedByOne", new Shown("Carried by one person", Unit.PERCENT)));

    /**
     * A figure.
     *
     * @param of how many observations it is made of
     * @param parts part by part, in a sentence; empty for none
     */
    public record Line(String name, String value, int of, String parts) {}

    /** The sides that a card has, in their order. */
    public static List<ScorecardLines> of(ApiObject card) {
        return List.of("financial", "customer", "process", "learning").stream()
                .map(side -> new ScorecardLines(SIDES.getOrDefault(side, side), lines(card, side)))
                .toList();
    }

    private static List<Line> lines(ApiObject card, String side) {
        var lines = new ArrayList<Line>();
        card.fields(side)
                .forEach(
                        (id, figure) -> {
                            var shown = FIGURES.getOrDefault(id, new Shown(id, Unit.NUMBER));
                            lines.add(
                                    new Line(
                                            shown.name(),
                                            said(figure.number("value"), shown.unit()),
                                            figure.count("of"),
                                            parts(figure, shown.unit())));
                        });
        return lines;
    }

    private static String parts(ApiObject figure, Unit unit) {
        return figure.each("parts").stream()
                .map(
                        part ->
                                "%s %s"
                                        .formatted(
                                                part.text("part").isEmpty()
                                                        ? "none chosen"
                                                        : Words.within(part.text("part")),
                                                said(part.number("value"), unit)))
                .collect(Collectors.joining(", "));
    }

    private static String said(@Nullable BigDecimal value, Unit unit) {
        if (value == null) {
            return NONE;
        }
        return switch (unit) {
            case PERCENT ->
                    value.multiply(PERCENT).setScale(0, RoundingMode.HALF_UP).toPlainString()
                            + " %";
            case DAYS -> Words.count(value.setScale(0, RoundingMode.HALF_UP).longValue(), "day");
            case NUMBER ->
                    value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        };
    }
}
