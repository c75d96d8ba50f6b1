package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PilotEvent;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.PilotScoped;
import dev.headway.contracts.verdicts.PilotVerdict;
import org.jspecify.annotations.Nullable;

/**
 * When a pilot ends, and whether its verdict is in. An extension is no verdict yet, and a new scope
 * after a disproved one is another pilot; going back to the pilot, or before it, voids both.
 *
 * @param endsOn as scoped, or as extended
 * @param verdict null until it is in
 */
public record PilotTerm(@Nullable Anchor endsOn, @Nullable String verdict) {

    public static final PilotTerm NONE = new PilotTerm(null, null);

    /** The end after which a verdict is missing, or null where none is. */
    @Nullable
    public Anchor verdictMissingSince() {
        return verdict == null ? endsOn : null;
    }

    public PilotTerm evolve(PartnershipEvent event, Anchor anchor) {
        if (event instanceof PilotEvent pilot) {
            return after(pilot, anchor);
        }
        var isBeforeLaunchAgain =
                event instanceof PartnershipSteppedBack back && !back.stage().isLaunched();
        return isBeforeLaunchAgain ? NONE : this;
    }

    private PilotTerm after(PilotEvent event, Anchor anchor) {
        return switch (event) {
            case PilotScoped e -> new PilotTerm(anchor.on(e.endsOn()), isProved() ? verdict : null);
            case PilotJudged e -> withVerdict(e, anchor);
        };
    }

    private boolean isProved() {
        return PilotVerdict.PROVED.name().equals(verdict);
    }

    private PilotTerm withVerdict(PilotJudged judged, Anchor anchor) {
        if (!judged.verdict().equals(PilotVerdict.EXTENDED.name())) {
            return new PilotTerm(endsOn, judged.verdict());
        }
        var end = judged.endsOn();
        return new PilotTerm(end == null ? endsOn : anchor.on(end), null);
    }
}
