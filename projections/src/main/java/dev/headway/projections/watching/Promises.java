package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;

/**
 * What we owe because we said so.
 *
 * @param bends of the classification in force, not yet delivered
 * @param obligations not yet discharged or handed over; they survive every move
 */
record Promises(Deadlines bends, Deadlines obligations) {

    static final Promises NONE = new Promises(Deadlines.NONE, Deadlines.NONE);

    Promises evolve(PartnershipEvent event, Mark mark) {
        return switch (event) {
            case PartnershipClassified e -> bending(promised(e, mark));
            case BendDelivered e -> bending(bends.without(e.bendId()));
            case PartnershipRevived _ -> bending(Deadlines.NONE);
            case ObligationTaken e ->
                    owing(obligations.with(e.obligationId(), e.what(), mark.on(e.dueOn())));
            case ObligationDischarged e -> owing(obligations.without(e.obligationId()));
            case ObligationHandedOver e -> owing(obligations.without(e.obligationId()));
            case PartnershipEvent _ -> this;
        };
    }

    private static Deadlines promised(PartnershipClassified classified, Mark mark) {
        var promised = Deadlines.NONE;
        for (var bend : classified.bends()) {
            promised = promised.with(bend.bendId(), bend.what(), mark.on(bend.dueOn()));
        }
        return promised;
    }

    private Promises bending(Deadlines bends) {
        return new Promises(bends, obligations);
    }

    private Promises owing(Deadlines obligations) {
        return new Promises(bends, obligations);
    }
}
