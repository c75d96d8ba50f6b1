package dev.headway.projections.questions.portfolio;

import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.watching.alerts.OpenAlerts;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which partnerships are there, and how is each doing? The list everybody starts from. */
@RestController
class WhatIsInThePortfolio implements Projection {

    static final String NAME = "portfolio";

    private final PortfolioTable table;
    private final PortfolioList list;
    private final WhatDoesTheProgramAskFor program;
    private final OpenAlerts alerts;
    private final Cursors cursors;
    private final Clock clock;

    WhatIsInThePortfolio(
            PortfolioTable table,
            PortfolioList list,
            WhatDoesTheProgramAskFor program,
            OpenAlerts alerts,
            Cursors cursors,
            Clock clock) {
        this.table = table;
        this.list = list;
        this.program = program;
        this.alerts = alerts;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("portfolio", "portfolio_search");
    }

    @Override
    public BatchHandler open() {
        return new PortfolioHandler(table);
    }

    @MayRead
    @ReadsFrom({NAME, WhichPartnershipsAreGhostTowns.NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping("/api/v1/partnerships")
    Page<PortfolioItem> answer(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = PortfolioFilters.of(query, caller);
        var sort = query.oneOf("sort", PortfolioSort.parameters(), PortfolioSort.DEFAULT);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();

        var now = clock.instant();
        var thresholds = program.thresholds();
        var page =
                Page.of(
                        list.page(
                                filters,
                                PortfolioSort.of(sort).orElseThrow(),
                                after.orElse(null),
                                thresholds,
                                now,
                                limit + 1),
                        limit,
                        last ->
                                query.cursor(
                                        cursors, last.sortKey(), last.entry().partnershipId()));
        var openAlerts = openAlerts(page);
        return page.map(
                row ->
                        PortfolioItem.of(
                                row.entry(),
                                row.clock(),
                                thresholds,
                                now,
                                openAlerts.getOrDefault(row.entry().partnershipId(), 0)));
    }

    private Map<String, Integer> openAlerts(Page<PortfolioList.Listed> page) {
        var ids = page.items().stream().map(row -> row.entry().partnershipId()).toList();
        return alerts.countOf(ids);
    }
}
