package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.gates.NextGateTable;
import dev.headway.projections.questions.nextsteps.OpenStepTable;
import dev.headway.projections.questions.portfolio.PortfolioList.Listed;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.watching.alerts.OpenAlerts;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a page, and beside each what other questions know of it: one statement for each. */
@Component
class PortfolioPages {

    private final PortfolioList list;
    private final WhatDoesTheProgramAskFor program;
    private final OpenAlerts alerts;
    private final OpenStepTable steps;
    private final NextGateTable gates;
    private final WhyDoTheyStandStill standing;
    private final Clock clock;

    PortfolioPages(
            PortfolioList list,
            WhatDoesTheProgramAskFor program,
            OpenAlerts alerts,
            OpenStepTable steps,
            NextGateTable gates,
            WhyDoTheyStandStill standing,
            Clock clock) {
        this.list = list;
        this.program = program;
        this.alerts = alerts;
        this.steps = steps;
        this.gates = gates;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * A row of a page.
     *
     * @param sortKey what it is ordered by, as text
     */
    record Row(ListedPartnership shown, String sortKey) {

        /** Where a page begins after it. */
        List<String> position() {
            return List.of(sortKey, shown.item().id());
        }
    }

    /** The rows after a position, or the first ones. */
    List<Row> page(
            PortfolioFilters filters, PortfolioSort sort, @Nullable List<String> after, int limit) {
        var now = clock.instant();
        var thresholds = program.thresholds();
        var listed = list.page(filters, sort, after, thresholds, now, limit);
        var ids = listed.stream().map(row -> row.entry().partnershipId()).toList();
        var open = alerts.of(ids);
        var next = steps.firstOf(ids);
        var held = gates.of(ids, now);
        var still = standing.of(ids, now);
        return listed.stream()
                .map(
                        row -> {
                            var id = row.entry().partnershipId();
                            var waiting = open.getOrDefault(id, OpenAlerts.Open.NONE);
                            var item =
                                    PortfolioItem.of(
                                            row.entry(),
                                            row.clock(),
                                            thresholds,
                                            now,
                                            waiting.alerts());
                            var shown =
                                    new ListedPartnership(
                                            item,
                                            next.get(id),
                                            waiting.rules(),
                                            held.get(id),
                                            still.get(id));
                            return new Row(shown, row.sortKey());
                        })
                .toList();
    }

    /** Their ids alone, in the order of their names. */
    List<String> ids(PortfolioFilters filters, int limit) {
        return list
                .page(
                        filters,
                        PortfolioSort.of(PortfolioSort.DEFAULT).orElseThrow(),
                        null,
                        program.thresholds(),
                        clock.instant(),
                        limit)
                .stream()
                .map(Listed::entry)
                .map(PortfolioEntry::partnershipId)
                .toList();
    }
}
