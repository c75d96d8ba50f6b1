package dev.headway.projections.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.console.api.ApiObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A figure's picture and its table are of the same numbers. */
class PortfolioFiguresTest {

    private static final String PORTFOLIO =
            """
            {"stages": [{"stage": "PROSPECT", "now": 2, "reached": 8, "medianDays": {}},
                        {"stage": "PILOT", "now": 1, "reached": 4, "conversion": 0.5,
                         "medianDays": {"latest": 12.50, "cumulative": 20}}],
             "survival": [{"month": "2026-05", "launches": 2,
                           "days": [{"day": 0, "share": 1}, {"day": 10, "share": 0.5}]},
                          {"month": "2026-06", "launches": 1,
                           "days": [{"day": 0, "share": 1}, {"day": 10, "share": 0.5}]}],
             "exceptions": {"patterns": [{"granted": 3, "outOfCompliance": 1}],
                            "approvers": [{"approver": "=1+1", "granted": 3, "outOfCompliance": 1}]}}
            """;

    private final ApiObject portfolio = new ApiObject(JsonMapper.shared().readTree(PORTFOLIO));

    @Test
    void the_longest_bar_is_the_widest_and_the_others_are_beside_it() {
        var funnel = PortfolioFigures.named("funnel", portfolio).orElseThrow();
        var bars = Objects.requireNonNull(funnel.bars());

        assertThat(funnel.rows())
                .containsExactly(
                        List.of("Prospect", "8", "2", "—"), List.of("Pilot", "4", "1", "50 %"));
        assertThat(bars.width(8)).isEqualTo(400);
        assertThat(bars.width(4)).isEqualTo(200);
        assertThat(bars.y(1)).isGreaterThan(bars.y(0));
    }

    @Test
    void days_that_nobody_knows_are_a_dash_and_no_bar() {
        var stays = PortfolioFigures.named("time-in-stage", portfolio).orElseThrow();

        assertThat(stays.rows())
                .containsExactly(List.of("Prospect", "—", "—"), List.of("Pilot", "12", "20"));
        var bars = Objects.requireNonNull(stays.bars());
        assertThat(bars.bars().getFirst().value()).isZero();
    }

    @Test
    void a_day_counts_when_it_is_over_in_the_table_and_beside_the_bar() {
        var almost = PORTFOLIO.replace("12.50", "895.94");

        var stays =
                PortfolioFigures.named(
                                "time-in-stage",
                                new ApiObject(JsonMapper.shared().readTree(almost)))
                        .orElseThrow();

        assertThat(stays.rows().getLast()).startsWith("Pilot", "895");
        assertThat(Objects.requireNonNull(stays.bars()).bars().getLast().said()).isEqualTo("895 d");
    }

    @Test
    void of_lines_that_end_together_the_newest_has_its_label() {
        var survival = PortfolioFigures.named("survival", portfolio).orElseThrow();

        var picture = Objects.requireNonNull(survival.lines());
        assertThat(picture.labels()).extracting(Lines.Label::said).containsExactly("2026-06 50 %");
        assertThat(picture.lines().getLast().tone()).isEqualTo("new");
        assertThat(picture.lines().getLast().path()).startsWith("M40.0 12.0L");
    }

    @Test
    void labels_of_a_dozen_lines_lie_within_the_plot_and_none_upon_another() {
        var lines =
                IntStream.range(0, 12)
                        .mapToObj(
                                month ->
                                        new Lines.Line(
                                                "month " + month,
                                                "old",
                                                List.of(
                                                        new Lines.Point(0, 1),
                                                        new Lines.Point(90, month % 4 * 0.02))))
                        .toList();

        var labels = new Lines(lines).labels();

        assertThat(labels.getFirst().said()).isEqualTo("month 11");
        assertThat(labels).allMatch(label -> label.y() >= Lines.y(1) && label.y() <= Lines.y(0));
        for (var label : labels) {
            assertThat(labels)
                    .filteredOn(other -> !other.equals(label))
                    .allMatch(other -> Math.abs(other.y() - label.y()) >= 13);
        }
    }

    @Test
    void a_formula_in_a_name_is_text_in_the_file() {
        var approvers = PortfolioFigures.named("exceptions-by-approver", portfolio).orElseThrow();

        assertThat(FigureCsv.of(approvers)).contains("\"'=1+1\",\"3\",\"1\"");
    }

    @Test
    void a_portfolio_without_anything_has_figures_without_anything() {
        assertThat(PortfolioFigures.of(ApiObject.NOTHING)).hasSize(5).allMatch(Figure::isEmpty);
    }
}
