package dev.headway.projections.console.figures;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.figures.Bars.Bar;
import dev.headway.projections.console.layout.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of leverage. What wins are worth is text beside their bars: no bar is as long as two
 * currencies together.
 */
public final class LeverageFigures {

    private static final String NONE = "—";
    private static final int MOST_BARS = 20;

    private LeverageFigures() {}

    public static List<Figure> of(ApiObject leverage) {
        return List.of(
                sums(
                        "leverage-by-mechanism",
                        "Leverage by mechanism",
                        "Mechanism",
                        leverage.each("mechanisms"),
                        LeverageFigures::word),
                sums(
                        "leverage-by-pattern",
                        "Leverage by pattern",
                        "Pattern",
                        leverage.each("patterns"),
                        LeverageFigures::word),
                sums(
                        "leverage-by-partner",
                        "Leverage by partner",
                        "Partner",
                        leverage.each("partners"),
                        each -> each.text("of")),
                sums(
                        "leverage-by-quarter",
                        "Leverage by quarter",
                        "Quarter",
                        leverage.each("quarters"),
                        each -> each.text("of")),
                claims(leverage.each("claims")));
    }

    public static Optional<Figure> named(String id, ApiObject leverage) {
        return of(leverage).stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** Whether a figure is one of these. */
    static boolean has(String id) {
        return named(id, ApiObject.NOTHING).isPresent();
    }

    private static Figure sums(
            String id,
            String title,
            String first,
            List<ApiObject> all,
            Function<ApiObject, String> name) {
        return Figure.of(
                id,
                title,
                "Joint wins, and what they are worth; currencies are never added.",
                List.of(first, "Wins", "Worth", "Sourced", "Influenced"),
                all.stream()
                        .map(
                                each ->
                                        List.of(
                                                name.apply(each),
                                                each.text("wins"),
                                                worth(each, "value"),
                                                worth(each, "sourced"),
                                                worth(each, "influenced")))
                        .toList(),
                new Bars(
                        all.stream()
                                .limit(MOST_BARS)
                                .map(
                                        each ->
                                                new Bar(
                                                        name.apply(each),
                                                        each.count("wins"),
                                                        each.count("wins"),
                                                        each.text("wins")))
                                .toList(),
                        "plain"));
    }

    private static String word(ApiObject each) {
        return each.has("of") ? Words.say(each.text("of")) : "None";
    }

    /** As "EUR 4800.00 · USD 120". */
    private static String worth(ApiObject of, String which) {
        var said = new ArrayList<String>();
        for (var sum : of.each("sums")) {
            var value = sum.number(which);
            if (value != null && value.signum() > 0) {
                said.add(sum.text("currency") + " " + value.toPlainString());
            }
        }
        return said.isEmpty() ? NONE : said.stream().collect(Collectors.joining(" · "));
    }

    private static Figure claims(List<ApiObject> claims) {
        return Figure.of(
                "claims-by-pattern",
                "Claims that came true",
                "The newest claim of each life; of the darker part a measurement reached the target.",
                List.of("Pattern", "Claims", "Came true", "Overdue", "Measured", "How far"),
                claims.stream()
                        .map(
                                each ->
                                        List.of(
                                                pattern(each),
                                                each.text("claims"),
                                                each.text("settled"),
                                                each.text("overdue"),
                                                each.text("measured"),
                                                percent(each.number("medianProgress"))))
                        .toList(),
                new Bars(
                        claims.stream()
                                .map(
                                        each ->
                                                new Bar(
                                                        pattern(each),
                                                        each.count("claims"),
                                                        each.count("settled"),
                                                        "%s of %s"
                                                                .formatted(
                                                                        each.text("settled"),
                                                                        each.text("claims"))))
                                .toList(),
                        "plain"));
    }

    private static String pattern(ApiObject each) {
        return each.has("pattern") ? Words.say(each.text("pattern")) : "None chosen";
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? NONE : Math.round(share.doubleValue() * 100) + " %";
    }
}
