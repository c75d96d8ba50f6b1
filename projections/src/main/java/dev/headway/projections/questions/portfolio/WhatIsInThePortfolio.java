package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Classification;
import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Projection;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.PartnershipEvents;
import dev.headway.projections.questions.WhatDoesTheProgramAskFor;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.watching.alerts.OpenAlerts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which partnerships are there, and how is each doing? The list everybody starts from. */
@RestController
class WhatIsInThePortfolio implements Projection {

    static final String NAME = "portfolio";

    private final PortfolioTable table;
    private final WhatDoesTheProgramAskFor program;
    private final OpenAlerts alerts;
    private final Cursors cursors;
    private final Clock clock;

    WhatIsInThePortfolio(
            PortfolioTable table,
            WhatDoesTheProgramAskFor program,
            OpenAlerts alerts,
            Cursors cursors,
            Clock clock) {
        this.table = table;
        this.program = program;
        this.alerts = alerts;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** What the list is narrowed to; null, in any of them, is no narrowing. */
    record Filters(
            String @Nullable [] stages,
            String @Nullable [] patterns,
            String @Nullable [] types,
            String @Nullable [] classifications,
            @Nullable String owner,
            @Nullable Boolean ghost,
            @Nullable Boolean stepsSecured,
            @Nullable String q) {

        static Filters of(QueryParameters query) {
            return new Filters(
                    query.anyOf("stage", QueryParameters.names(Stage.class)),
                    query.anyOf("pattern", QueryParameters.names(Pattern.class)),
                    query.anyOf("type", QueryParameters.names(PartnerType.class)),
                    query.anyOf("classification", QueryParameters.names(Classification.class)),
                    query.text("owner"),
                    query.flag("ghost"),
                    query.flag("stepsSecured"),
                    query.text("q"));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("portfolio");
    }

    @Override
    public BatchHandler open() {
        return this::handle;
    }

    private void handle(List<RecordedEvent> page) {
        var events = PartnershipEvents.in(page, PortfolioEntry::dependsOn);
        if (events.isEmpty()) {
            return;
        }
        var entries = table.entriesOf(PartnershipEvents.partnerships(events));
        events.forEach(
                event ->
                        entries.compute(
                                event.stream(), (_, entry) -> PortfolioEntry.evolve(entry, event)));
        table.store(entries.values());
    }

    @MayRead
    @ReadsFrom({NAME, WhichPartnershipsAreGhostTowns.NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping("/api/v1/partnerships")
    Page<PortfolioItem> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new QueryParameters(NAME, parameters);
        var filters = Filters.of(query);
        var sort = query.oneOf("sort", PortfolioSort.words(), PortfolioSort.OTHERWISE);
        var place = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();

        var now = clock.instant();
        var thresholds = program.thresholds();
        var page =
                Page.of(
                        table.page(
                                filters,
                                PortfolioSort.of(sort).orElseThrow(),
                                place.orElse(null),
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

    private Map<String, Integer> openAlerts(Page<PortfolioTable.Listed> page) {
        var ids = page.items().stream().map(row -> row.entry().partnershipId()).toList();
        return alerts.countOf(ids);
    }
}
