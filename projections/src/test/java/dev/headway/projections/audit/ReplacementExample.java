package dev.headway.projections.audit;

import dev.headway.contracts.AlertEvent;
import dev.headway.contracts.AuditEvent;
import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.ImportEvent;
import dev.headway.contracts.PartnerEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PersonEvent;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.ProjectionEvent;
import dev.headway.contracts.SealingEvent;
import dev.headway.contracts.WebhookEvent;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event, what had been said before, and what it replaces of that.
 *
 * @param from null when it replaces nothing
 * @param to null when nothing stands there afterwards
 */
record ReplacementExample(
        HeadwayEvent event, @Nullable String from, @Nullable String to, HeadwayEvent... before) {

    static ReplacementExample replaces(
            HeadwayEvent event, String from, @Nullable String to, HeadwayEvent... before) {
        return new ReplacementExample(event, from, to, before);
    }

    /** Whatever was said before, this stands beside it or begins something. */
    static ReplacementExample replacesNothing(HeadwayEvent event, HeadwayEvent... before) {
        return new ReplacementExample(event, null, null, before);
    }

    String kind() {
        return event.getClass().getSimpleName();
    }

    String stream() {
        return switch (event) {
            case PartnershipEvent _ -> kind();
            case AlertEvent _ -> "alert-" + kind();
            case ProgramEvent _ -> "program";
            case ImportEvent _ -> "import-" + kind();
            case PersonEvent _ -> "person/" + kind();
            case ErasureEvent _ -> "erasure/" + kind();
            case SealingEvent _ -> "sealing";
            case AuditEvent _ -> "audit/" + kind();
            case ProjectionEvent _ -> "projection/" + kind();
            case WebhookEvent _ -> "webhook/" + kind();
            case PartnerEvent _ -> "partner/" + kind();
        };
    }

    @Override
    public String toString() {
        return kind();
    }
}
