package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PilotVerdict;
import dev.headway.contracts.Stage;
import dev.headway.projections.questions.partnership.KnownFacts.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How each event adds to what is known of a partnership. */
final class KnownFactsEvolution {

    private static final int LATEST = 5;

    private KnownFactsEvolution() {}

    /** The facts after an event; those given are changed, or left behind by a revival. */
    static KnownFacts on(KnownFacts facts, PartnershipEvent event) {
        switch (event) {
            case StageEntered e -> {
                return entered(facts, e);
            }
            case LeverageClaimed e ->
                    facts.leverageClaim =
                            new LeverageClaim(
                                    e.mechanism(),
                                    e.why(),
                                    new Metric(
                                            e.metricName(),
                                            e.metricUnit(),
                                            e.baseline(),
                                            e.target()),
                                    e.dueOn(),
                                    e.effectiveAt());
            case DisqualifierScreened e ->
                    put(
                            facts.screenings,
                            known -> known.disqualifier().equals(e.disqualifier()),
                            new Screening(
                                    e.disqualifier(), e.verdict(), e.note(), e.effectiveAt()));
            case TimingRead e -> facts.timing = newer(facts.timing, e);
            case PartnershipClassified e -> facts.bends = promised(e.bends(), facts.bends);
            case BendDelivered e ->
                    facts.bends.replaceAll(
                            bend -> bend.bendId().equals(e.bendId()) ? delivered(bend, e) : bend);
            case ProspectParked e ->
                    facts.parking = new Parking(e.until(), e.reason(), e.effectiveAt());
            case ProspectUnparked _ -> facts.parking = null;
            case PilotScoped e ->
                    facts.pilotScope =
                            new PilotScope(
                                    e.useCase(), e.successCriterion(), e.endsOn(), e.effectiveAt());
            case PilotJudged e -> judged(facts, e);
            case SeamChecked e ->
                    facts.seams.put(
                            e.seam(), new SeamCheck(e.verdict(), e.evidence(), e.effectiveAt()));
            case RhythmAgreed e ->
                    facts.rhythm = new Rhythm(e.everyDays(), e.forum(), e.effectiveAt());
            case TeamConsented e ->
                    facts.consents.put(
                            e.team(), new Consent(e.by(), e.capacity(), e.effectiveAt()));
            case ExitTermsAgreed e ->
                    facts.exitTerms = new ExitTerms(e.summary(), e.noticeDays(), e.effectiveAt());
            case TouchpointRecorded e -> facts.touchpoints = touched(facts.touchpoints, e);
            case JointWinRecorded e ->
                    facts.jointWins.add(
                            new JointWin(e.customer(), e.summary(), e.evidence(), e.effectiveAt()));
            case MeasurementTaken e ->
                    facts.measurements.add(
                            new Measurement(e.value(), e.evidence(), e.effectiveAt()));
            case ObligationTaken e ->
                    facts.obligations.add(
                            new Obligation(
                                    e.obligationId(),
                                    e.what(),
                                    e.owedTo(),
                                    e.dueOn(),
                                    "OPEN",
                                    null,
                                    null,
                                    null));
            case ObligationDischarged e ->
                    settle(facts, e.obligationId(), "DISCHARGED", e.how(), null, e.effectiveAt());
            case ObligationHandedOver e ->
                    settle(
                            facts,
                            e.obligationId(),
                            "HANDED_OVER",
                            e.how(),
                            e.to(),
                            e.effectiveAt());
            case WaiverRequested e ->
                    facts.waivers.add(
                            new Waiver(
                                    e.waiverId(),
                                    e.criterion(),
                                    e.reason(),
                                    e.expiresOn(),
                                    e.requestedBy(),
                                    "REQUESTED",
                                    null,
                                    null));
            case WaiverGranted e ->
                    decide(facts, e.waiverId(), "GRANTED", e.grantedBy(), e.reason());
            case WaiverRefused e ->
                    decide(facts, e.waiverId(), "REFUSED", e.refusedBy(), e.reason());
            case IncentiveAligned e ->
                    facts.incentives.put(e.actor(), new Incentive(e.mechanism(), e.effectiveAt()));
            case SeamFunded e ->
                    facts.funding = new Funding(e.owner(), e.summary(), e.effectiveAt());
            case CustomersNotified e ->
                    facts.customerNotice = new CustomerNotice(e.how(), e.notifiedOn());
            case DescriptionEvent _, SeatEvent _, StepEvent _ -> {} // told by list and plan
            case MotionImported _, MoveRefused _ -> {}
        }
        return facts;
    }

    /** What a former life leaves behind: its stages, and what is owed. */
    private static KnownFacts anew(KnownFacts facts) {
        var anew = new KnownFacts();
        anew.stages = facts.stages;
        anew.obligations = facts.obligations;
        return anew;
    }

    private static KnownFacts entered(KnownFacts before, StageEntered event) {
        var facts = event instanceof PartnershipRevived ? anew(before) : before;
        switch (event) {
            case PilotStarted _ -> facts.parking = null;
            case PartnershipSteppedBack e -> steppedBack(facts, e);
            case PartnershipSunset e -> facts.ending = new Ending(e.reasonCode(), e.reason());
            case PartnershipRegistered _,
                    PartnershipLaunched _,
                    PartnershipScaled _,
                    PartnershipRevived _ -> {}
        }
        facts.stages.add(
                new KnownFacts.StageEntered(
                        event.stage().name(), event.effectiveAt(), reason(event)));
        return facts;
    }

    private static @Nullable String reason(StageEntered event) {
        return switch (event) {
            case PartnershipSteppedBack back -> back.reason();
            case PartnershipSunset sunset -> sunset.reason();
            case PartnershipRevived revived -> revived.reason();
            case PartnershipRegistered _,
                    PilotStarted _,
                    PartnershipLaunched _,
                    PartnershipScaled _ ->
                    null;
        };
    }

    /** A reading that is recorded late replaces nothing newer. */
    private static Timing newer(@Nullable Timing known, TimingRead event) {
        return known != null && known.readAt().isAfter(event.effectiveAt())
                ? known
                : new Timing(
                        new Readiness(event.ourFocus(), event.oursReady()),
                        new Readiness(event.partnerFocus(), event.partnerReady()),
                        event.effectiveAt());
    }

    /** An extended pilot goes on to its new end. */
    private static void judged(KnownFacts facts, PilotJudged event) {
        facts.pilotVerdict =
                new Verdict(event.verdict(), event.evidence(), event.endsOn(), event.effectiveAt());
        var scope = facts.pilotScope;
        if (scope != null
                && event.endsOn() != null
                && event.verdict().equals(PilotVerdict.EXTENDED.name())) {
            facts.pilotScope =
                    new PilotScope(
                            scope.useCase(),
                            scope.successCriterion(),
                            event.endsOn(),
                            scope.scopedAt());
        }
    }

    private static void steppedBack(KnownFacts facts, PartnershipSteppedBack event) {
        if (event.to().equals(Stage.PILOT.name())) {
            facts.pilotScope = null;
            facts.pilotVerdict = null;
        }
    }

    /** The bends of a new classification; one that was promised before keeps its delivery. */
    private static List<Bend> promised(List<PromisedBend> promises, List<Bend> before) {
        var bends = new ArrayList<Bend>();
        for (var promise : promises) {
            var known =
                    before.stream().filter(b -> b.bendId().equals(promise.bendId())).findFirst();
            bends.add(
                    new Bend(
                            promise.bendId(),
                            promise.bend(),
                            promise.what(),
                            promise.dueOn(),
                            known.map(Bend::deliveredAt).orElse(null),
                            known.map(Bend::evidence).orElse(null)));
        }
        return bends;
    }

    private static Bend delivered(Bend bend, BendDelivered event) {
        return new Bend(
                bend.bendId(),
                bend.bend(),
                bend.what(),
                bend.dueOn(),
                event.effectiveAt(),
                event.evidence());
    }

    private static Touchpoints touched(Touchpoints known, TouchpointRecorded event) {
        var latest = new ArrayList<Touchpoint>();
        latest.add(
                new Touchpoint(event.kind(), event.summary(), event.with(), event.effectiveAt()));
        known.latest().stream().limit(LATEST - 1).forEach(latest::add);
        return new Touchpoints(known.count() + 1, latest);
    }

    private static void settle(
            KnownFacts facts,
            String obligationId,
            String status,
            String how,
            @Nullable String to,
            Instant at) {
        change(
                facts.obligations,
                owed -> owed.obligationId().equals(obligationId),
                owed ->
                        new Obligation(
                                obligationId,
                                owed.what(),
                                owed.owedTo(),
                                owed.dueOn(),
                                status,
                                how,
                                to,
                                at));
    }

    private static void decide(
            KnownFacts facts, String waiverId, String status, String by, String decision) {
        change(
                facts.waivers,
                asked -> asked.waiverId().equals(waiverId),
                asked ->
                        new Waiver(
                                waiverId,
                                asked.criterion(),
                                asked.reason(),
                                asked.expiresOn(),
                                asked.requestedBy(),
                                status,
                                by,
                                decision));
    }

    private static <T> void change(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        list.replaceAll(each -> which.test(each) ? change.apply(each) : each);
    }

    private static <T> void put(List<T> list, Predicate<T> same, T element) {
        list.removeIf(same);
        list.add(element);
    }
}
