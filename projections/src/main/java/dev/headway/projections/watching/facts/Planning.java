package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Since when a prospect has been looked at, and until when it is parked.
 *
 * @param since registration, revival, the step back from a pilot, or the end of the parking,
 *     whichever is latest
 * @param parkedUntil the date to look at it again, until the parking is ended
 */
public record Planning(@Nullable Anchor since, @Nullable Anchor parkedUntil) {

    public static final Planning NONE = new Planning(null, null);

    public Planning evolve(PartnershipEvent event, Anchor anchor) {
        return switch (event) {
            case PartnershipRegistered _, PartnershipRevived _, ProspectUnparked _ ->
                    new Planning(anchor, null);
            case ProspectParked e -> new Planning(anchor.on(e.until()), anchor.on(e.until()));
            case PilotStarted _ -> parkedUntil == null ? this : new Planning(anchor, null);
            case PartnershipSteppedBack back ->
                    back.stage() == Stage.PROSPECT ? new Planning(anchor, null) : this;
            case StageEntered _,
                    DescriptionEvent _,
                    EvidenceEvent _,
                    ObligationEvent _,
                    MotionEvent _ ->
                    this;
            case CorrectionEvent _, VoidingEvent _, MoveRefused _ -> this;
        };
    }
}
