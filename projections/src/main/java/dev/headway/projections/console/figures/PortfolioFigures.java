package dev.headway.projections.console.figures;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.figures.Bars.Bar;
import dev.headway.projections.console.figures.Lines.Line;
import dev.headway.projections.console.figures.Lines.Point;
import dev.headway.projections.console.layout.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures that there are, from what the API says of the portfolio. */
public final class PortfolioFigures {

    private static final String NONE = "—";

    /** Lines that an eye can tell apart. */
    private static final int COHORTS = 6;

    private PortfolioFigures() {}

    public static List<Figure> of(ApiObject portfolio) {
        return List.of(
                funnel(portfolio.each("stages")),
                stays(portfolio.each("stages")),
                survival(portfolio.each("survival")),
                patterns(portfolio.at("exceptions").each("patterns")),
                approvers(portfolio.at("exceptions").each("approvers")));
    }

    public static Optional<Figure> named(String id, ApiObject portfolio) {
        return of(portfolio).stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    private static Figure funnel(List<ApiObject> stages) {
        return Figure.of(
                "funnel",
                "Funnel",
                "How many ever reached each stage; the darker part is in it now.",
                List.of("Stage", "Ever", "Now", "Of those before"),
                stages.stream()
                        .map(
                                each ->
                                        List.of(
                                                Words.say(each.text("stage")),
                                                each.text("reached"),
                                                each.text("now"),
                                                percent(each.number("conversion"))))
                        .toList(),
                new Bars(
                        stages.stream()
                                .map(
                                        each ->
                                                new Bar(
                                                        Words.say(each.text("stage")),
                                                        each.count("reached"),
                                                        each.count("now"),
                                                        "%s, %s now"
                                                                .formatted(
                                                                        each.text("reached"),
                                                                        each.text("now"))))
                                .toList(),
                        "plain"));
    }

    private static Figure stays(List<ApiObject> stages) {
        return Figure.of(
                "time-in-stage",
                "Time in stage",
                "Median days of the latest stay, and of all stays together.",
                List.of("Stage", "Latest stay", "All stays"),
                stages.stream()
                        .map(
                                each ->
                                        List.of(
                                                Words.say(each.text("stage")),
                                                days(each.at("medianDays").number("latest")),
                                                days(each.at("medianDays").number("cumulative"))))
                        .toList(),
                new Bars(
                        stages.stream()
                                .map(
                                        each ->
                                                bar(
                                                        Words.say(each.text("stage")),
                                                        each.at("medianDays").number("latest")))
                                .toList(),
                        "plain"));
    }

    private static Bar bar(String label, @Nullable BigDecimal days) {
        var value = days == null ? 0 : days.doubleValue();
        return new Bar(label, value, value, days == null ? NONE : days(days) + " d");
    }

    private static Figure survival(List<ApiObject> cohorts) {
        List<List<String>> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        var from = Math.max(0, cohorts.size() - COHORTS);
        for (var cohort : cohorts.subList(from, cohorts.size())) {
            var days = cohort.each("days");
            rows.add(
                    List.of(
                            cohort.text("month"),
                            cohort.text("launches"),
                            share(days, 3),
                            share(days, 6),
                            share(days, 9)));
            if (!days.isEmpty()) {
                lines.add(line(cohort, days, cohort.equals(cohorts.getLast())));
            }
        }
        return Figure.of(
                "survival",
                "Survival of launches",
                "Of a month's launches, how many were in motion so many days later.",
                List.of("Month", "Launches", "Day 30", "Day 60", "Day 90"),
                rows,
                new Lines(lines));
    }

    private static Line line(ApiObject cohort, List<ApiObject> days, boolean isLatest) {
        return new Line(
                cohort.text("month") + " " + percent(days.getLast().number("share")),
                isLatest ? "new" : "old",
                days.stream().map(day -> new Point(day.count("day"), share(day))).toList());
    }

    private static double share(ApiObject day) {
        var share = day.number("share");
        return share == null ? 0 : share.doubleValue();
    }

    /** Of every tenth day one. */
    private static String share(List<ApiObject> days, int at) {
        return at < days.size() ? percent(days.get(at).number("share")) : NONE;
    }

    private static Figure patterns(List<ApiObject> patterns) {
        return exceptions(
                "exceptions-by-pattern",
                "Exceptions by pattern",
                "Pattern",
                patterns,
                each -> each.has("pattern") ? Words.say(each.text("pattern")) : "None chosen");
    }

    private static Figure approvers(List<ApiObject> approvers) {
        return exceptions(
                "exceptions-by-approver",
                "Exceptions by approver",
                "Approver",
                approvers,
                each -> each.text("approver"));
    }

    private static Figure exceptions(
            String id,
            String title,
            String first,
            List<ApiObject> all,
            Function<ApiObject, String> name) {
        return Figure.of(
                id,
                title,
                "Waivers that were granted; the darker part has expired, and nothing took its place.",
                List.of(first, "Granted", "Out of compliance"),
                all.stream()
                        .map(
                                each ->
                                        List.of(
                                                name.apply(each),
                                                each.text("granted"),
                                                each.text("outOfCompliance")))
                        .toList(),
                new Bars(
                        all.stream()
                                .limit(20)
                                .map(
                                        each ->
                                                new Bar(
                                                        name.apply(each),
                                                        each.count("granted"),
                                                        each.count("outOfCompliance"),
                                                        "%s, %s out"
                                                                .formatted(
                                                                        each.text("granted"),
                                                                        each.text(
                                                                                "outOfCompliance"))))
                                .toList(),
                        "bad"));
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? NONE : Math.round(share.doubleValue() * 100) + " %";
    }

    private static String days(@Nullable BigDecimal days) {
        return days == null ? NONE : Long.toString(Words.wholeDays(days));
    }
}
