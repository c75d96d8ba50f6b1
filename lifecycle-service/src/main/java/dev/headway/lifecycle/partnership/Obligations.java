package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What a yes owes: "most obligations are invisible at signing time", so they are kept visible. */
record Obligations(PMap<String, Obligation> byId) {

    /** One obligation; settled once it is discharged or handed over. */
    record Obligation(String obligationId, String what, String owedTo, boolean settled) {}

    static final Obligations NONE = new Obligations(HashTreePMap.empty());

    Optional<Obligation> find(String obligationId) {
        return Optional.ofNullable(byId.get(obligationId));
    }

    List<Obligation> open() {
        return byId.values().stream().filter(obligation -> !obligation.settled()).toList();
    }

    Obligations evolve(PartnershipEvent event) {
        return switch (event) {
            case ObligationTaken e ->
                    new Obligations(
                            byId.plus(
                                    e.obligationId(),
                                    new Obligation(e.obligationId(), e.what(), e.owedTo(), false)));
            case ObligationDischarged e -> settled(e.obligationId());
            case ObligationHandedOver e -> settled(e.obligationId());
            default -> this;
        };
    }

    private Obligations settled(String obligationId) {
        return find(obligationId)
                .map(
                        owed ->
                                new Obligations(
                                        byId.plus(
                                                obligationId,
                                                new Obligation(
                                                        obligationId,
                                                        owed.what(),
                                                        owed.owedTo(),
                                                        true))))
                .orElse(this);
    }
}
