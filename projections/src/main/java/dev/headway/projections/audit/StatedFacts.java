package dev.headway.projections.audit;

import static dev.headway.projections.audit.StatedFact.values;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.contracts.AlertEvent.AlertDismissed;
import dev.headway.contracts.AlertEvent.AlertHandedOver;
import dev.headway.contracts.AlertEvent.AlertSnoozed;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnerEvent.PartnerMerged;
import dev.headway.contracts.PartnerEvent.PartnerNamed;
import dev.headway.contracts.PartnerEvent.PartnerRenamed;
import dev.headway.contracts.PartnerEvent.PartnerUnmerged;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import dev.headway.projections.audit.StatedFact.Span;
import dev.headway.projections.log.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each kind of event says, and of what: whether it replaces something follows from what was
 * said of the same before.
 */
final class StatedFacts {

    /** Kinds that stand beside what was told before; only a correction takes their place. */
    static final Set<Class<? extends PartnershipEvent>> ADDED =
            Set.of(
                    TouchpointRecorded.class,
                    JointWinRecorded.class,
                    MeasurementTaken.class,
                    MotionImported.class);

    /** What a company stands for that was merged into no other. */
    private static final String ITSELF = "itself";

    private StatedFacts() {}

    static List<StatedFact> of(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case PartnershipEvent event -> of(event, recorded.eventId());
            case ProgramChanged event -> List.of(ProgramFacts.of(event));
            case AlertEvent event -> List.of(answered(event));
            case PersonEvent event -> PersonFacts.of(event);
            case PartnerEvent event -> of(event);
            case ImportEvent _,
                    ErasureEvent _,
                    SealingEvent _,
                    AuditEvent _,
                    ProjectionEvent _,
                    WebhookEvent _ ->
                    List.of();
        };
    }

    private static List<StatedFact> of(PartnershipEvent event, String eventId) {
        return switch (event) {
            case PartnershipRegistered e -> DescriptionFacts.of(e);
            case StageEntered e -> List.of(DescriptionFacts.stage(e));
            case DescriptionEvent e -> List.of(DescriptionFacts.of(e));
            case VoidingEvent e -> List.of(DescriptionFacts.voiding(e));
            case ParkingEvent e -> List.of(PlannedFacts.of(e));
            case ObligationEvent e -> List.of(PlannedFacts.of(e));
            case StepEvent e -> List.of(PlannedFacts.of(e));
            case WaiverEvent e -> List.of(PlannedFacts.of(e));
            case PilotEvent e -> EvidenceFacts.of(e);
            case EvidenceEvent e -> List.of(EvidenceFacts.of(e, eventId));
            case TouchpointRecorded e ->
                    List.of(
                            added(
                                    e,
                                    eventId,
                                    values(
                                            "kind", e.kind(),
                                            "summary", e.summary(),
                                            "with", e.with())));
            case MotionImported e -> List.of(added(e, eventId, values()));
            case CorrectionEvent _, MoveRefused _ -> List.of(); // about another event, or nothing
        };
    }

    /** What a company is called, and whether it stands for itself. */
    private static List<StatedFact> of(PartnerEvent event) {
        return switch (event) {
            case PartnerNamed e ->
                    List.of(
                            said("partner", e, described(e)),
                            said("merging", e, values("standsFor", ITSELF)));
            case PartnerRenamed e ->
                    List.of(
                            said(
                                    "partner",
                                    e,
                                    values(
                                            "partnerName", e.partnerName(),
                                            "partnerType", e.partnerType(),
                                            "partnerWebsite", e.partnerWebsite())));
            case PartnerMerged e -> List.of(said("merging", e, values("standsFor", e.intoName())));
            case PartnerUnmerged e -> List.of(said("merging", e, values("standsFor", ITSELF)));
        };
    }

    private static Map<String, String> described(PartnerNamed event) {
        return values(
                "partnerName", event.partnerName(),
                "partnerType", event.partnerType(),
                "partnerWebsite", event.partnerWebsite());
    }

    private static StatedFact said(String subject, PartnerEvent event, Map<String, String> values) {
        return StatedFact.whole(subject, Span.FOR_GOOD, event.effectiveAt(), values);
    }

    /** What stands for itself. */
    static StatedFact added(PartnershipEvent event, String eventId, Map<String, String> values) {
        return StatedFact.whole("event " + eventId, Span.FOR_GOOD, event.effectiveAt(), values);
    }

    private static String owner(AlertAcknowledged event) {
        return event.ownerName() == null ? event.owner() : event.ownerName();
    }

    /** What people answered to an alert before is replaced by what they answer now. */
    private static StatedFact answered(AlertEvent event) {
        return switch (event) {
            case AlertAcknowledged e ->
                    answered(e, values("status", "ACKNOWLEDGED", "owner", owner(e)));
            case AlertSnoozed e -> answered(e, values("status", "SNOOZED", "until", e.until()));
            case AlertDismissed e -> answered(e, values("status", "DISMISSED"));
            case AlertHandedOver e ->
                    StatedFact.part("alert", e.effectiveAt(), values("owner", e.owner()));
        };
    }

    private static StatedFact answered(AlertEvent event, Map<String, String> values) {
        return StatedFact.whole("alert", Span.FOR_GOOD, event.effectiveAt(), values);
    }
}
