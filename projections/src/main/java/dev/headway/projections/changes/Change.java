package dev.headway.projections.changes;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.StepEvent;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import dev.headway.projections.log.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something is not what it was. Says which thing and no more: whoever is told asks for it, and is
 * answered what their role may see.
 *
 * @param id of the thing, unique among its kind
 * @param partnershipId whose it is; null for what belongs to no partnership
 * @param position up to which whoever is told has been told of everything; questions that bring it
 *     are answered with the change in them
 */
public record Change(ChangeKind kind, String id, @Nullable String partnershipId, long position) {

    /** What one event changes; a step's changes its partnership as well. */
    static List<Change> by(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case StepEvent step -> List.of(step(step, recorded), partnership(recorded));
            case PartnershipEvent _ -> List.of(partnership(recorded));
            case AlertEvent alert -> List.of(alert(alert, recorded));
            case ProgramEvent _ -> List.of(of(ChangeKind.PROGRAM, recorded));
            case ImportEvent _ -> List.of(of(ChangeKind.IMPORT, recorded));
            case PersonEvent _, PartnerEvent _ -> List.of();
            case ErasureEvent _, SealingEvent _, AuditEvent _, ProjectionEvent _, WebhookEvent _ ->
                    List.of();
        };
    }

    private static Change step(StepEvent step, RecordedEvent recorded) {
        return new Change(ChangeKind.STEP, step.stepId(), recorded.stream(), recorded.position());
    }

    private static Change partnership(RecordedEvent recorded) {
        return of(ChangeKind.PARTNERSHIP, recorded);
    }

    private static Change alert(AlertEvent alert, RecordedEvent recorded) {
        return new Change(
                ChangeKind.ALERT, alert.alertId(), alert.partnershipId(), recorded.position());
    }

    private static Change of(ChangeKind kind, RecordedEvent recorded) {
        return new Change(kind, recorded.stream(), null, recorded.position());
    }

    /** The same thing, as whoever is told knows it. */
    Thing thing() {
        return new Thing(kind, id);
    }

    /** What a change is about. */
    record Thing(ChangeKind kind, String id) {}
}
