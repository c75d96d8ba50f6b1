package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.nextsteps.Step;
import dev.headway.projections.questions.portfolio.AnswersBeside;
import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.PortfolioItem;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What do we know about this partnership, now or as things stood at some time? */
@RestController
class WhatIsKnownOfAPartnership {

    private final KnownPartnershipLoader lives;
    private final WhatDoesTheProgramAskFor program;
    private final AnswersBeside beside;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WhatIsKnownOfAPartnership(
            KnownPartnershipLoader lives,
            WhatDoesTheProgramAskFor program,
            AnswersBeside beside,
            Clock clock,
            BusinessCalendar calendar) {
        this.lives = lives;
        this.program = program;
        this.beside = beside;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * The item of the list and everything else that is known, side by side.
     *
     * @param outOfCompliance the waivers that have expired and that nothing replaces
     */
    record Answer(
            @JsonUnwrapped ListedPartnership listed,
            @Nullable String externalKey,
            Map<String, Holder> seats,
            List<Step> steps,
            List<WaiverFacts.Waiver> outOfCompliance,
            @JsonUnwrapped KnownFacts facts) {}

    @MayRead
    @ReadsFrom({
        WhoChangedWhat.NAME,
        WhatDoesTheProgramAskFor.NAME,
        HowFarIsTheNextGate.NAME,
        WhyDoTheyStandStill.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping("/api/v1/partnerships/{id}")
    Answer answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        var query = new QueryParameters("partnership", parameters);
        var now = clock.instant();
        var asOf = AsOf.of(query, now);
        query.throwIfInvalid();
        var known = asOf.find(id, lives).orElseThrow(NotFoundException::partnership);
        var at = asOf.at();
        response.setHeader(HttpHeaders.ETAG, "\"" + known.entry().version() + "\"");
        return at == null
                ? answer(known, listed(known, now), now)
                : answer(known, listedThen(known, at), at);
    }

    private Answer answer(KnownPartnership known, ListedPartnership listed, Instant at) {
        return new Answer(
                listed,
                known.entry().externalKey(),
                known.entry().life().seats().holders(),
                known.plan().steps(),
                known.outOfCompliance(at, calendar.zone()),
                known.facts());
    }

    private ListedPartnership listed(KnownPartnership known, Instant now) {
        var id = known.entry().partnershipId();
        var elsewhere = beside.of(List.of(id), now);
        return elsewhere.beside(item(known, now, elsewhere.alerts(id)), known.nextStep());
    }

    /** Other questions know the present alone. */
    private ListedPartnership listedThen(KnownPartnership known, Instant at) {
        return new ListedPartnership(item(known, at, null), known.nextStep(), null, null, null);
    }

    private PortfolioItem item(KnownPartnership known, Instant at, @Nullable Integer openAlerts) {
        return PortfolioItem.of(known.entry(), known.clock(), program.thresholds(), at, openAlerts);
    }
}
