package dev.headway.projections.questions.portfolio;

import dev.headway.projections.questions.nextsteps.OpenStepTable;
import dev.headway.projections.questions.portfolio.PortfolioList.Listed;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a page, and beside each what other questions know of it: one statement for each. */
@Component
class PortfolioPages {

    private final PortfolioList list;
    private final WhatDoesTheProgramAskFor program;
    private final OpenStepTable steps;
    private final AnswersBeside beside;
    private final Clock clock;

    PortfolioPages(
            PortfolioList list,
            WhatDoesTheProgramAskFor program,
            OpenStepTable steps,
            AnswersBeside beside,
            Clock clock) {
        this.list = list;
        this.program = program;
        this.steps = steps;
        this.beside = beside;
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
        var next =
                steps.firstOf(
                        listed.stream()
                                .map(Listed::entry)
                                .filter(entry -> entry.stepsSecured() > 0)
                                .map(PortfolioEntry::partnershipId)
                                .toList());
        var known = beside.of(ids, now);
        return listed.stream()
                .map(
                        row -> {
                            var id = row.entry().partnershipId();
                            var item =
                                    PortfolioItem.of(
                                            row.entry(),
                                            row.clock(),
                                            thresholds,
                                            now,
                                            known.alerts(id));
                            return new Row(known.beside(item, next.get(id)), row.sortKey());
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
