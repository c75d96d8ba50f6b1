package dev.headway.projections.questions.partnership;

import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.querying.csv.CsvAnswer;
import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.PastFilters;
import dev.headway.projections.questions.portfolio.PortfolioColumns;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which partnerships were there, and how was each doing, as things stood at some time? */
@RestController
class WhatWasInThePortfolio {

    private final PastPortfolio past;
    private final Cursors cursors;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WhatWasInThePortfolio(
            PastPortfolio past, Cursors cursors, Clock clock, BusinessCalendar calendar) {
        this.past = past;
        this.cursors = cursors;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** What is asked for, and of when. */
    private record Asked(PastFilters filters, AsOf asOf) {}

    @MayRead
    @ReadsFrom({WhichPartnershipsFit.POSITION, WhoChangedWhat.NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping(path = "/api/v1/partnerships", params = "asOf")
    Page<ListedPartnership> answer(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters("portfolio", parameters);
        var asked = asked(query, caller);
        var after = query.cursorPosition(cursors);
        var limit = query.limit(50);
        query.throwIfInvalid();
        var found =
                past.look(
                        asked.asOf(),
                        asked.filters(),
                        after.map(List::getFirst).orElse(""),
                        limit,
                        PastPortfolio.MOST_LOOKED_AT);
        var last = found.last();
        return new Page<>(found.items(), last == null ? null : query.cursor(cursors, last));
    }

    @MayRead
    @ReadsFrom({WhichPartnershipsFit.POSITION, WhoChangedWhat.NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping(path = "/api/v1/partnerships", params = "asOf", produces = CsvAnswer.TYPE)
    void answer(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal caller,
            HttpServletResponse response)
            throws IOException {
        var query = new QueryParameters("portfolio", parameters);
        var asked = asked(query, caller);
        query.throwIfInvalid();
        CsvAnswer.write(
                response,
                "partnerships",
                PortfolioColumns.ALL,
                (last, limit) ->
                        past.look(
                                        asked.asOf(),
                                        asked.filters(),
                                        last == null ? "" : last.item().id(),
                                        limit,
                                        Integer.MAX_VALUE)
                                .items());
    }

    @MayRead
    @ReadsFrom({WhichPartnershipsFit.POSITION, WhoChangedWhat.NAME, WhatDoesTheProgramAskFor.NAME})
    @GetMapping(path = "/api/v1/partnerships/counts", params = "asOf")
    PastPortfolio.Counts count(
            @RequestParam MultiValueMap<String, String> parameters, Principal caller) {
        var query = new QueryParameters("portfolio", parameters);
        var asked = asked(query, caller);
        query.throwIfInvalid();
        return past.count(asked.asOf(), asked.filters());
    }

    private Asked asked(QueryParameters query, Principal caller) {
        return new Asked(
                PastFilters.of(query, caller), AsOf.of(query, clock.instant(), calendar.zone()));
    }
}
