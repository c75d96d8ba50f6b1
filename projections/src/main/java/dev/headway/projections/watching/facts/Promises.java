package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.BendEvent;
import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;

/**
 * What we owe because we said so.
 *
 * @param bends of the classification in force, not yet delivered
 * @param obligations not yet discharged or handed over; they survive every move
 */
public record Promises(Deadlines bends, Deadlines obligations) {

    public static final Promises NONE = new Promises(Deadlines.NONE, Deadlines.NONE);

    public Promises evolve(PartnershipEvent event, Anchor anchor) {
        if (event instanceof BendEvent bend) {
            return new Promises(after(bend, anchor), obligations);
        }
        return event instanceof ObligationEvent obligation
                ? new Promises(bends, after(obligation, anchor))
                : this;
    }

    /** The same in a new life. */
    public Promises anew() {
        return new Promises(Deadlines.NONE, obligations);
    }

    private Deadlines after(BendEvent event, Anchor anchor) {
        return switch (event) {
            case PartnershipClassified e -> promised(e, anchor);
            case BendDelivered e -> bends.without(e.bendId());
        };
    }

    private Deadlines after(ObligationEvent event, Anchor anchor) {
        return switch (event) {
            case ObligationTaken e ->
                    obligations.with(e.obligationId(), e.what(), anchor.on(e.dueOn()));
            case ObligationDischarged _, ObligationHandedOver _ ->
                    obligations.without(event.obligationId());
        };
    }

    private static Deadlines promised(PartnershipClassified classified, Anchor anchor) {
        var promised = Deadlines.NONE;
        for (var bend : classified.promised()) {
            promised = promised.with(bend.bendId(), bend.what(), anchor.on(bend.dueOn()));
        }
        return promised;
    }
}
