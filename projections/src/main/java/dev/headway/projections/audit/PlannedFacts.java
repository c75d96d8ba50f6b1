package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.projections.audit.StatedFact.Manner;
import dev.headway.projections.audit.StatedFact.Span;
import java.util.stream.Collectors;

/** What was planned, promised or asked for, and what became of it: it has a status. */
final class PlannedFacts {

    private static final String OPEN = "OPEN";

    private PlannedFacts() {}

    static StatedFact of(StepEvent event) {
        var subject = "step " + event.stepId();
        return switch (event) {
            case StepPlanned e ->
                    StatedFact.whole(
                            subject,
                            Span.FOR_A_LIFE,
                            e.effectiveAt(),
                            values(
                                    "title", e.title(),
                                    "owner", e.owner(),
                                    "side", e.side(),
                                    "dueOn", e.dueOn(),
                                    "status", OPEN));
            case StepRescheduled e ->
                    StatedFact.part(subject, e.effectiveAt(), values("dueOn", e.dueOn()));
            case StepOwnerChanged e ->
                    StatedFact.part(subject, e.effectiveAt(), values("owner", e.owner()));
            case StepCompleted e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "DONE"));
            case StepDropped e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "DROPPED"));
        };
    }

    static StatedFact of(ObligationEvent event) {
        var subject = "obligation " + event.obligationId();
        return switch (event) {
            case ObligationTaken e ->
                    StatedFact.whole(
                            subject,
                            Span.FOR_GOOD,
                            e.effectiveAt(),
                            values(
                                    "what", e.what(),
                                    "owedTo", e.owedTo(),
                                    "dueOn", e.dueOn(),
                                    "status", OPEN));
            case ObligationDischarged e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "DISCHARGED"));
            case ObligationHandedOver e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "HANDED_OVER"));
        };
    }

    /** Whoever words an objective anew takes the word of both sides away. */
    static StatedFact of(ObjectiveEvent event) {
        var subject = "objective " + event.objectiveId();
        return switch (event) {
            case ObjectiveShared e -> worded(subject, e);
            case ObjectiveChanged e -> worded(subject, e);
            case ObjectiveConfirmed e ->
                    StatedFact.part(
                            subject, e.effectiveAt(), values("confirmed by " + e.side(), e.by()));
            case ObjectiveDropped e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "DROPPED"));
            case KeyResultMeasured e ->
                    new StatedFact(
                            subject + ", key result " + e.keyResultId(),
                            Span.FOR_A_LIFE,
                            Manner.LATEST,
                            e.effectiveAt(),
                            values("value", e.value(), "evidence", e.evidence()));
        };
    }

    private static StatedFact worded(String subject, WordedObjective event) {
        return StatedFact.whole(
                subject,
                Span.FOR_A_LIFE,
                event.effectiveAt(),
                values(
                        "title",
                        event.title(),
                        "keyResults",
                        event.keyResults().stream()
                                .map(PlannedFacts::said)
                                .collect(Collectors.joining("; ")),
                        "status",
                        OPEN));
    }

    private static String said(KeyResult each) {
        return "%s from %s to %s %s by %s"
                .formatted(
                        each.name(),
                        each.baseline().toPlainString(),
                        each.target().toPlainString(),
                        each.unit(),
                        each.dueOn());
    }

    static StatedFact of(WaiverEvent event) {
        var subject = "waiver " + event.waiverId();
        return switch (event) {
            case WaiverRequested e ->
                    StatedFact.whole(
                            subject,
                            Span.FOR_A_LIFE,
                            e.effectiveAt(),
                            values(
                                    "criterion", e.criterion(),
                                    "expiresOn", e.expiresOn(),
                                    "status", "REQUESTED"));
            case WaiverGranted e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "GRANTED"));
            case WaiverRefused e ->
                    StatedFact.part(subject, e.effectiveAt(), values("status", "REFUSED"));
        };
    }

    /** A prospect that starts its pilot is parked no longer. */
    static StatedFact of(ParkingEvent event) {
        return StatedFact.whole(
                "parking",
                Span.WHILE_PROSPECT,
                event.effectiveAt(),
                switch (event) {
                    case ProspectParked e -> values("until", e.until(), "reason", e.reason());
                    case ProspectUnparked _ -> values();
                });
    }
}
