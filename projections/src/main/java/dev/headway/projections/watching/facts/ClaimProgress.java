package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.LeverageEvent;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.claims.MeasuredClaims;
import org.jspecify.annotations.Nullable;

/**
 * The leverage that was claimed, and how far measurements of it got; any one that reaches the
 * target settles it. Another metric or unit is another claim, and what was measured before is not
 * of it.
 *
 * @param dueOn the claim's date
 */
public record ClaimProgress(@Nullable Anchor dueOn, MeasuredClaims measured) {

    public static final ClaimProgress NONE = new ClaimProgress(null, MeasuredClaims.NONE);

    /** The date after which a settling measurement is missing, or null where none is. */
    @Nullable
    public Anchor unsettledSince() {
        return measured.reachTarget() ? null : dueOn;
    }

    public ClaimProgress evolve(LeverageEvent event, Anchor anchor) {
        return switch (event) {
            case LeverageClaimed e -> new ClaimProgress(anchor.on(e.dueOn()), measured.evolve(e));
            case MeasurementTaken e -> new ClaimProgress(dueOn, measured.evolve(e));
        };
    }
}
