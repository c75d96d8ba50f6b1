package dev.headway.projections.questions.portfolio;

import dev.headway.projections.processing.Projection;
import dev.headway.projections.processing.Projection.BatchHandler;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.SavedQuestion;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.nextsteps.WhatAreTheNextThreeSteps;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.questions.waivers.WaitingWaivers;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which partnerships are there, and how is each doing? The list everybody starts from. */
@RestController
class WhatIsInThePortfolio implements Projection, SavedQuestion {

    static final String NAME = "portfolio";

    private final PortfolioTable table;
    private final PortfolioPages pages;
    private final PortfolioCounts counts;
    private final WhatDoesTheProgramAskFor program;
    private final Cursors cursors;
    private final FairReads reads;
    private final Clock clock;

    WhatIsInThePortfolio(
            PortfolioTable table,
            PortfolioPages pages,
            PortfolioCounts counts,
            WhatDoesTheProgramAskFor program,
            Cursors cursors,
            FairReads reads,
            Clock clock) {
        this.table = table;
        this.pages = pages;
        this.counts = counts;
        this.program = program;
        this.cursors = cursors;
        this.reads = reads;
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
    public boolean isAskedByCommands() {
        return true;
    }

    @Override
    public BatchHandler open() {
        return new PortfolioHandler(table);
    }

    @MayRead
    @ReadsFrom({
        NAME,
        WhichPartnershipsAreGhostTowns.NAME,
        WhatDoesTheProgramAskFor.NAME,
        WhatAreTheNextThreeSteps.NAME,
        HowFarIsTheNextGate.NAME,
        WaitingWaivers.POSITION,
        PartneredWith.POSITION,
        WhyDoTheyStandStill.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping("/api/v1/partnerships")
    Page<ListedPartnership> answer(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var asked = Asked.of(query, caller);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        return Page.of(
                        reads.inTurn(
                                () ->
                                        pages.page(
                                                asked.filters(),
                                                asked.sort(),
                                                after.orElse(null),
                                                limit + 1)),
                        limit,
                        last -> query.cursor(cursors, last.position().toArray(String[]::new)))
                .map(PortfolioPages.Row::shown);
    }

    @MayRead
    @ReadsFrom({
        NAME,
        WhichPartnershipsAreGhostTowns.NAME,
        WhatDoesTheProgramAskFor.NAME,
        WhatAreTheNextThreeSteps.NAME,
        HowFarIsTheNextGate.NAME,
        WaitingWaivers.POSITION,
        PartneredWith.POSITION,
        WhyDoTheyStandStill.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping(path = "/api/v1/partnerships", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal caller,
            HttpServletResponse response)
            throws IOException {
        var asked = checked(parameters, caller);
        CsvAnswer.write(
                response,
                "partnerships",
                PortfolioColumns.ALL.of(PortfolioPages.Row::shown),
                (last, limit) ->
                        pages.page(
                                asked.filters(),
                                asked.sort(),
                                last == null ? null : last.position(),
                                limit));
    }

    @MayRead
    @ReadsFrom({
        NAME,
        WhichPartnershipsAreGhostTowns.NAME,
        WhatDoesTheProgramAskFor.NAME,
        HowFarIsTheNextGate.NAME,
        WaitingWaivers.POSITION,
        PartneredWith.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping("/api/v1/partnerships/counts")
    PortfolioCounts.Counts count(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var filters = PortfolioFilters.of(query, caller);
        query.throwIfInvalid();
        return counts.of(filters, program.thresholds(), clock.instant());
    }

    @Override
    public String list() {
        return "partnerships";
    }

    @Override
    public void check(MultiValueMap<String, String> parameters, Principal caller) {
        checked(parameters, caller);
    }

    /** What is listed, and in which order. */
    private record Asked(PortfolioFilters filters, PortfolioSort sort) {

        static Asked of(QueryParameters query, Principal caller) {
            var filters = PortfolioFilters.of(query, caller);
            var sort = query.oneOf("sort", PortfolioSort.parameters(), PortfolioSort.DEFAULT);
            return new Asked(
                    filters,
                    PortfolioSort.of(sort)
                            .or(() -> PortfolioSort.of(PortfolioSort.DEFAULT))
                            .orElseThrow());
        }
    }

    private static Asked checked(MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters(NAME, parameters);
        var asked = Asked.of(query, caller);
        query.throwIfInvalid();
        return asked;
    }
}
