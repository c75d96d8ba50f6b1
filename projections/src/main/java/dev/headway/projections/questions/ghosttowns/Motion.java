package dev.headway.projections.questions.ghosttowns;

import dev.headway.contracts.PartnershipEvent.GatedMove;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.MotionEvent;
import dev.headway.contracts.PartnershipEvent.MotionImported;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.SeamChecked;
import dev.headway.contracts.PartnershipEvent.StepCompleted;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.log.RecordedEvent;
import java.time.Instant;

/**
 * Something that moved a partnership.
 *
 * @param at when it happened
 * @param event what it was, by the event's name
 * @param eventId which one it was
 * @param summary what it was, in words
 */
public record Motion(Instant at, String event, String eventId, String summary) {

    static Motion of(RecordedEvent recorded, MotionEvent event) {
        return new Motion(
                event.effectiveAt(),
                event.getClass().getSimpleName(),
                recorded.eventId(),
                summary(event));
    }

    private static String summary(MotionEvent event) {
        return switch (event) {
            case TouchpointRecorded touchpoint -> touchpoint.summary();
            case JointWinRecorded win -> win.customer() + ": " + win.summary();
            case MeasurementTaken taken -> taken.value().toPlainString() + ": " + taken.evidence();
            case StepCompleted done when done.outcome() != null -> done.outcome();
            case StepCompleted _ -> "A step was completed";
            case PilotJudged judged -> judged.verdict() + ": " + judged.evidence();
            case SeamChecked seam -> seam.seam() + " passed: " + seam.evidence();
            case MotionImported _ -> "Imported as the last motion";
            case GatedMove move -> "Moved to " + move.stage();
        };
    }
}
