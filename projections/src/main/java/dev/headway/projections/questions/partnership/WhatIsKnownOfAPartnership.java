package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.AsOf;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.carriers.CarriedBy;
import dev.headway.projections.questions.carriers.CarriedMotion;
import dev.headway.projections.questions.carriers.WhoMovedIt;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.nextsteps.Step;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.partnership.PastPartnership.LateFact;
import dev.headway.projections.questions.portfolio.AnswersBeside;
import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.PortfolioItem;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import dev.headway.projections.questions.program.WhatDidTheProgramAskFor;
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

    /** As many as somebody reads; how many there are is told of all. */
    private static final int MOST_LATE_FACTS = 100;

    private final KnownPartnershipLoader lives;
    private final WhatDoesTheProgramAskFor program;
    private final WhatDidTheProgramAskFor programThen;
    private final AnswersBeside beside;
    private final WhoMovedIt movers;
    private final Clock clock;
    private final BusinessCalendar calendar;

    WhatIsKnownOfAPartnership(
            KnownPartnershipLoader lives,
            WhatDoesTheProgramAskFor program,
            WhatDidTheProgramAskFor programThen,
            AnswersBeside beside,
            WhoMovedIt movers,
            Clock clock,
            BusinessCalendar calendar) {
        this.lives = lives;
        this.program = program;
        this.programThen = programThen;
        this.beside = beside;
        this.movers = movers;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * The item of the list and everything else that is known, side by side.
     *
     * @param carriedBy who moved it lately, and who holds which seats
     * @param outOfCompliance the waivers that have expired and that nothing replaces
     * @param recordedLater the first of what had happened by the time that is asked about and was
     *     recorded only afterwards; null for none, and for the present
     */
    record Answer(
            @JsonUnwrapped ListedPartnership listed,
            @Nullable String externalKey,
            Map<String, Holder> seats,
            CarriedBy carriedBy,
            List<Step> steps,
            List<WaiverFacts.Waiver> outOfCompliance,
            @Nullable List<LateFact> recordedLater,
            @JsonUnwrapped KnownFacts facts) {}

    @MayRead
    @ReadsFrom({
        WhoChangedWhat.NAME,
        WhatDoesTheProgramAskFor.NAME,
        HowFarIsTheNextGate.NAME,
        WhyDoTheyStandStill.POSITION,
        PartneredWith.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping("/api/v1/partnerships/{id}")
    Answer answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response) {
        var query = new QueryParameters("partnership", parameters);
        var now = clock.instant();
        var asOf = AsOf.of(query, now, calendar.zone());
        query.throwIfInvalid();
        var at = asOf.at();
        var answer = at == null ? answerNow(id, now) : answerThen(id, asOf, at);
        response.setHeader(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        return answer.body();
    }

    private Versioned answerNow(String id, Instant now) {
        var known = lives.now(id).orElseThrow(NotFoundException::partnership);
        return answer(known, listed(known, now), movers.before(id, now), null, now);
    }

    private Versioned answerThen(String id, AsOf asOf, Instant at) {
        var past = lives.asOf(id, asOf).orElseThrow(NotFoundException::partnership);
        var known = past.known();
        var late = past.recordedLater();
        var thresholds = programThen.thresholds(asOf);
        var item = PortfolioItem.of(known.entry(), known.clock(), thresholds, at, null);
        return answer(
                known,
                ListedPartnership.ofPast(item, known.nextStep(), late.size()),
                past.moves(),
                late.isEmpty() ? null : late.stream().limit(MOST_LATE_FACTS).toList(),
                at);
    }

    /** What is answered, and the version that it is of. */
    private record Versioned(Answer body, long version) {}

    private Versioned answer(
            KnownPartnership known,
            ListedPartnership listed,
            List<CarriedMotion> moves,
            @Nullable List<LateFact> recordedLater,
            Instant at) {
        var seats = known.entry().life().seats().holders();
        var body =
                new Answer(
                        listed,
                        known.entry().externalKey(),
                        seats,
                        CarriedBy.of(known.entry().voided() ? List.of() : moves, seats, at),
                        known.plan().steps(),
                        known.outOfCompliance(at, calendar.zone()),
                        recordedLater,
                        known.facts());
        return new Versioned(body, known.entry().version());
    }

    private ListedPartnership listed(KnownPartnership known, Instant now) {
        var id = known.entry().partnershipId();
        var elsewhere = beside.of(List.of(id), now);
        var item =
                PortfolioItem.of(
                        known.entry(),
                        known.clock(),
                        program.thresholds(),
                        now,
                        elsewhere.alerts(id));
        return elsewhere.beside(item, known.nextStep());
    }
}
