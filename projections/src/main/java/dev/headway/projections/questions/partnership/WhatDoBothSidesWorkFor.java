package dev.headway.projections.questions.partnership;

import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.partnership.ObjectiveFacts.Objective;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What do both sides of a partnership work for, now or as things stood at some time? */
@RestController
class WhatDoBothSidesWorkFor {

    private final KnownPartnershipLoader lives;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WhatDoBothSidesWorkFor(KnownPartnershipLoader lives, Clock clock, BusinessCalendar calendar) {
        this.lives = lives;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** All of the present life, dropped ones among them, in the order in which they were shared. */
    record Answer(List<Objective> items) {}

    @MayRead
    @ReadsFrom(WhoChangedWhat.NAME)
    @GetMapping("/api/v1/partnerships/{id}/objectives")
    Answer answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        var query = new QueryParameters("objectives", parameters);
        var asOf = AsOf.of(query, clock.instant(), calendar.zone());
        query.throwIfInvalid();
        var known =
                (asOf.at() == null
                                ? lives.now(id)
                                : lives.asOf(id, asOf).map(PastPartnership::known))
                        .orElseThrow(NotFoundException::partnership);
        response.setHeader(HttpHeaders.ETAG, "\"" + known.entry().version() + "\"");
        return new Answer(known.facts().objectives().objectives());
    }
}
