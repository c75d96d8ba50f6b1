package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.verdicts.PilotVerdict;
import dev.headway.projections.audit.StatedFact.Manner;
import dev.headway.projections.audit.StatedFact.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What gates are judged on: of each thing what was said last, in the partnership's life. */
final class EvidenceFacts {

    private EvidenceFacts() {}

    static StatedFact of(EvidenceEvent event, String eventId) {
        return switch (event) {
            case LeverageEvent e -> leverage(e, eventId);
            case BendEvent e -> bend(e);
            case SeatEvent e -> seat(e);
            case DisqualifierScreened e ->
                    inLife(
                            e,
                            "screening " + e.disqualifier(),
                            values(
                                    "statement", e.statement(),
                                    "verdict", e.verdict(),
                                    "note", e.note()));
            case CriterionAttested e ->
                    inLife(
                            e,
                            "attestation " + e.criterion(),
                            values("statement", e.statement(), "evidence", e.evidence()));
            case TimingRead e -> timing(e);
            case SeamChecked e ->
                    inLife(
                            e,
                            "seam " + e.seam(),
                            values("verdict", e.verdict(), "evidence", e.evidence()));
            case RhythmAgreed e ->
                    inLife(e, "rhythm", values("everyDays", e.everyDays(), "forum", e.forum()));
            case TeamConsented e ->
                    inLife(e, "team " + e.team(), values("by", e.by(), "capacity", e.capacity()));
            case ExitTermsAgreed e ->
                    inLife(
                            e,
                            "exit terms",
                            values("summary", e.summary(), "noticeDays", e.noticeDays()));
            case PartnershipAnnounced e ->
                    inLife(
                            e,
                            "announcement",
                            values("where", e.where(), "announcedOn", e.announcedOn()));
            case IncentiveAligned e ->
                    inLife(e, "incentive " + e.actor(), values("mechanism", e.mechanism()));
            case SeamFunded e ->
                    inLife(e, "funding", values("owner", e.owner(), "summary", e.summary()));
            case CustomersNotified e ->
                    inLife(e, "notice", values("how", e.how(), "notifiedOn", e.notifiedOn()));
            case JointWinRecorded e ->
                    StatedFacts.added(
                            e,
                            eventId,
                            values(
                                    "customer", e.customer(),
                                    "summary", e.summary(),
                                    "evidence", e.evidence(),
                                    "attribution", e.attribution(),
                                    "amount", e.amount(),
                                    "currency", e.currency()));
            case VerdictConfirmed e -> confirmed("verdict", e);
            case ExitTermsConfirmed e -> confirmed("exit terms", e);
            case PilotEvent e -> of(e).getFirst();
            case StepEvent e -> PlannedFacts.of(e);
            case WaiverEvent e -> PlannedFacts.of(e);
            case ObjectiveEvent e -> PlannedFacts.of(e);
        };
    }

    /** Whoever words it anew takes the partner's word away. */
    private static StatedFact confirmed(String subject, PartnersWord event) {
        return StatedFact.part(
                subject, event.effectiveAt(), values("confirmed by PARTNER", event.by()));
    }

    /** A pilot that is extended has another end as well. */
    static List<StatedFact> of(PilotEvent event) {
        return switch (event) {
            case PilotScoped e ->
                    List.of(
                            ofPilot(
                                    e,
                                    "scope",
                                    values(
                                            "useCase", e.useCase(),
                                            "successCriterion", e.successCriterion(),
                                            "endsOn", e.endsOn())));
            case PilotJudged e -> {
                var verdict =
                        ofPilot(
                                e,
                                "verdict",
                                values("verdict", e.verdict(), "evidence", e.evidence()));
                yield e.verdict().equals(PilotVerdict.EXTENDED.name())
                        ? List.of(
                                verdict,
                                StatedFact.part(
                                        "scope", e.effectiveAt(), values("endsOn", e.endsOn())))
                        : List.of(verdict);
            }
        };
    }

    private static StatedFact leverage(LeverageEvent event, String eventId) {
        return switch (event) {
            case LeverageClaimed e ->
                    inLife(
                            e,
                            "claim",
                            values(
                                    "mechanism", e.mechanism(),
                                    "why", e.why(),
                                    "metricName", e.metricName(),
                                    "metricUnit", e.metricUnit(),
                                    "baseline", e.baseline(),
                                    "target", e.target(),
                                    "dueOn", e.dueOn()));
            case MeasurementTaken e ->
                    StatedFacts.added(
                            e, eventId, values("value", e.value(), "evidence", e.evidence()));
        };
    }

    private static StatedFact bend(BendEvent event) {
        return switch (event) {
            case PartnershipClassified e ->
                    inLife(
                            e,
                            "classification",
                            values(
                                    "classification",
                                    e.classification(),
                                    "bends",
                                    e.promised().isEmpty() ? null : bends(e)));
            case BendDelivered e ->
                    inLife(e, "bend " + e.bendId(), values("evidence", e.evidence()));
        };
    }

    private static String bends(PartnershipClassified event) {
        return event.promised().stream()
                .map(each -> "%s by %s: %s".formatted(each.bend(), each.dueOn(), each.what()))
                .collect(Collectors.joining(", "));
    }

    private static StatedFact seat(SeatEvent event) {
        return inLife(
                event,
                "seat " + event.seat(),
                switch (event) {
                    case SeatFilled e -> values("holder", e.holder(), "side", e.side());
                    case SeatVacated _ -> values();
                });
    }

    /** A reading that is recorded late replaces nothing newer. */
    private static StatedFact timing(TimingRead event) {
        return new StatedFact(
                "timing",
                Span.FOR_A_LIFE,
                Manner.LATEST,
                event.effectiveAt(),
                values(
                        "ourFocus", event.ourFocus(),
                        "oursReady", event.oursReady(),
                        "partnerFocus", event.partnerFocus(),
                        "partnerReady", event.partnerReady()));
    }

    private static StatedFact inLife(
            EvidenceEvent event, String subject, Map<String, String> values) {
        return StatedFact.whole(subject, Span.FOR_A_LIFE, event.effectiveAt(), values);
    }

    private static StatedFact ofPilot(
            PilotEvent event, String subject, Map<String, String> values) {
        return StatedFact.whole(subject, Span.FOR_A_PILOT, event.effectiveAt(), values);
    }
}
