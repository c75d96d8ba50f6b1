package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.PilotVerdict;
import dev.headway.contracts.Stage;
import org.jspecify.annotations.Nullable;

/**
 * When a pilot ends, and whether its verdict is in; an extension is no verdict yet.
 *
 * @param endsOn as scoped, or as extended
 */
record PilotTerm(@Nullable Mark endsOn, boolean judged) {

    static final PilotTerm NONE = new PilotTerm(null, false);

    /** The end after which a verdict is missing, or null where none is. */
    @Nullable Mark isUnjudgedAfter() {
        return judged ? null : endsOn;
    }

    PilotTerm evolve(PartnershipEvent event, Mark mark) {
        return switch (event) {
            case PilotScoped e -> new PilotTerm(mark.on(e.endsOn()), judged);
            case PilotJudged e -> judged(e, mark);
            case PartnershipSteppedBack e when e.to().equals(Stage.PILOT.name()) -> NONE;
            case PartnershipRevived _ -> NONE;
            case PartnershipEvent _ -> this;
        };
    }

    private PilotTerm judged(PilotJudged verdict, Mark mark) {
        if (!verdict.verdict().equals(PilotVerdict.EXTENDED.name())) {
            return new PilotTerm(endsOn, true);
        }
        var end = verdict.endsOn();
        return new PilotTerm(end == null ? endsOn : mark.on(end), false);
    }
}
