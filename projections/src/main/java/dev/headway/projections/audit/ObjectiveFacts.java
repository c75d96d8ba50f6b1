package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.PartnershipEvent.KeyResult;
import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.PartnershipEvent.WordedObjective;
import dev.headway.projections.audit.StatedFact.Manner;
import dev.headway.projections.audit.StatedFact.Span;
import java.util.stream.Collectors;

/** What both sides work for: whoever words it anew takes the word of both sides away. */
final class ObjectiveFacts {

    private ObjectiveFacts() {}

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
                                .map(ObjectiveFacts::said)
                                .collect(Collectors.joining("; ")),
                        "status",
                        "OPEN"));
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
}
