package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.BendEvent;
import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What we owe because we said so.
 *
 * @param bends of the classification in force, not yet delivered
 * @param delivered ids of the bends that were; they stay so when they are promised again
 * @param obligations not yet discharged or handed over; they survive every move
 */
public record Promises(Deadlines bends, Set<String> delivered, Deadlines obligations) {

    public static final Promises NONE = new Promises(Deadlines.NONE, Set.of(), Deadlines.NONE);

    public Promises evolve(PartnershipEvent event, Anchor anchor) {
        if (event instanceof BendEvent bend) {
            return after(bend, anchor);
        }
        return event instanceof ObligationEvent obligation
                ? new Promises(bends, delivered, after(obligation, anchor))
                : this;
    }

    /** The same in a new life. */
    public Promises anew() {
        return new Promises(Deadlines.NONE, Set.of(), obligations);
    }

    private Promises after(BendEvent event, Anchor anchor) {
        return switch (event) {
            case PartnershipClassified e ->
                    new Promises(promised(e, anchor), delivered, obligations);
            case BendDelivered e -> delivered(e.bendId());
        };
    }

    private Promises delivered(String bendId) {
        var more = new TreeSet<>(delivered);
        more.add(bendId);
        return new Promises(bends.without(bendId), Collections.unmodifiableSet(more), obligations);
    }

    private Deadlines after(ObligationEvent event, Anchor anchor) {
        return switch (event) {
            case ObligationTaken e ->
                    obligations.with(e.obligationId(), e.what(), anchor.on(e.dueOn()));
            case ObligationDischarged _, ObligationHandedOver _ ->
                    obligations.without(event.obligationId());
        };
    }

    private Deadlines promised(PartnershipClassified classified, Anchor anchor) {
        var promised = Deadlines.NONE;
        for (var bend : classified.bends()) {
            if (!delivered.contains(bend.bendId())) {
                promised = promised.with(bend.bendId(), bend.what(), anchor.on(bend.dueOn()));
            }
        }
        return promised;
    }
}
