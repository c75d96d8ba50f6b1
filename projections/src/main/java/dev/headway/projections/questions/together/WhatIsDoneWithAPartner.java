package dev.headway.projections.questions.together;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.contracts.Side;
import dev.headway.projections.audit.AuditEntry;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.querying.FairReads;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.querying.NotFoundException;
import dev.headway.projections.querying.Page;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.querying.ReadsFrom;
import dev.headway.projections.questions.gates.HowFarIsTheNextGate;
import dev.headway.projections.questions.ghosttowns.WhichPartnershipsAreGhostTowns;
import dev.headway.projections.questions.histories.EveryHistory;
import dev.headway.projections.questions.histories.RememberedHistories;
import dev.headway.projections.questions.nextsteps.WhatAreTheNextThreeSteps;
import dev.headway.projections.questions.partners.KnownPartners;
import dev.headway.projections.questions.partners.PartnerItem;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import dev.headway.projections.questions.portfolio.ListedPartnership;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.projections.questions.together.OwedThing.Owed;
import dev.headway.projections.questions.waivers.WaitingWaivers;
import dev.headway.projections.watching.alerts.AlertLifecycle;
import dev.headway.projections.watching.standstill.WhyDoTheyStandStill;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a partner: every motion at once, its quietest, and what is owed both ways. */
@RestController
class WhatIsDoneWithAPartner {

    private static final int MOST = 200;

    private final RememberedHistories<ToldDebts> memory = new RememberedHistories<>(ToldDebts::of);
    private final KnownPartners partners;
    private final WhichPartnerIsMeant meant;
    private final WhichPartnershipsFit partnerships;
    private final EveryHistory histories;
    private final WhoChangedWhat changes;
    private final BusinessCalendar calendar;
    private final FairReads reads;
    private final Clock clock;

    WhatIsDoneWithAPartner(
            KnownPartners partners,
            WhichPartnerIsMeant meant,
            WhichPartnershipsFit partnerships,
            EveryHistory histories,
            WhoChangedWhat changes,
            BusinessCalendar calendar,
            FairReads reads,
            Clock clock) {
        this.partners = partners;
        this.meant = meant;
        this.partnerships = partnerships;
        this.histories = histories;
        this.changes = changes;
        this.calendar = calendar;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * A partner's page.
     *
     * @param merged those that went into it
     * @param motions the partnerships with it, the quietest first, at most so many
     * @param moreMotions how many more there are
     */
    record Answer(
            Instant at,
            @JsonUnwrapped PartnerItem partner,
            List<WhichPartnerIsMeant.Named> merged,
            List<ListedPartnership> motions,
            int moreMotions,
            OwedBothWays owed) {}

    /**
     * What each side owes, what is due first in front, at most so much of each.
     *
     * @param moreOurs how much more we owe
     * @param unreadable of how many partnerships it cannot be told
     */
    record OwedBothWays(
            List<Owed> ours, List<Owed> theirs, int moreOurs, int moreTheirs, int unreadable) {}

    @MayRead
    @ReadsFrom({
        KnownPartners.POSITION,
        WhichPartnershipsFit.POSITION,
        WhichPartnershipsAreGhostTowns.NAME,
        WhatDoesTheProgramAskFor.NAME,
        WhatAreTheNextThreeSteps.NAME,
        HowFarIsTheNextGate.NAME,
        WaitingWaivers.POSITION,
        WhyDoTheyStandStill.POSITION,
        AlertLifecycle.POSITION
    })
    @GetMapping("/api/v1/partners/{id}")
    Answer answer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal caller,
            HttpServletResponse response) {
        new QueryParameters("partner", parameters).throwIfInvalid();
        var partner = partners.find(id).orElseThrow(NotFoundException::partner);
        var motions = partnerships.with(id, caller, MOST);
        response.setHeader(HttpHeaders.ETAG, "\"" + partner.version() + "\"");
        return new Answer(
                clock.instant(),
                partner,
                partners.mergedInto(id),
                motions,
                Math.max(0, partner.partnerships() - motions.size()),
                owed(id));
    }

    @MayRead
    @ReadsFrom({KnownPartners.POSITION, WhoChangedWhat.NAME})
    @GetMapping("/api/v1/partners/{id}/history")
    Page<AuditEntry> history(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        var page = changes.historyOfPartner(id, parameters);
        if (page.items().isEmpty() && partners.find(id).isEmpty()) {
            throw NotFoundException.partner();
        }
        return page;
    }

    private OwedBothWays owed(String partnerId) {
        var ids = meant.partnershipsWith(partnerId);
        var told = reads.inTurn(() -> histories.tell(memory, ids));
        var now = clock.instant();
        var open = told.all().stream().flatMap(each -> each.open().stream()).toList();
        var ours = of(open, Side.OURS, now);
        var theirs = of(open, Side.PARTNER, now);
        return new OwedBothWays(
                ours.stream().limit(MOST).toList(),
                theirs.stream().limit(MOST).toList(),
                Math.max(0, ours.size() - MOST),
                Math.max(0, theirs.size() - MOST),
                told.unreadable());
    }

    private List<Owed> of(List<OwedThing> open, Side side, Instant now) {
        return open.stream()
                .filter(each -> each.side().equals(side.name()))
                .sorted(
                        Comparator.comparing(OwedThing::dueOn)
                                .thenComparing(OwedThing::partnershipId)
                                .thenComparing(OwedThing::id))
                .map(each -> each.at(now, calendar.zone()))
                .toList();
    }
}
