package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What a yes owes: "most obligations are invisible at signing time", so they are kept visible. */
public record Obligations(PMap<String, Obligation> byId) {

    /** What became of an obligation; it ends once, by being met or by another owing it. */
    public enum Status {
        OPEN,
        DISCHARGED,
        HANDED_OVER
    }

    /** One obligation. */
    public record Obligation(String obligationId, String what, String owedTo, Status status) {

        public boolean isOpen() {
            return status == Status.OPEN;
        }

        private Obligation with(Status status) {
            return new Obligation(obligationId, what, owedTo, status);
        }
    }

    static final Obligations NONE = new Obligations(HashTreePMap.empty());

    public Optional<Obligation> find(String obligationId) {
        return Optional.ofNullable(byId.get(obligationId));
    }

    public List<Obligation> open() {
        return byId.values().stream().filter(Obligation::isOpen).toList();
    }

    Obligations evolve(ObligationEvent event) {
        return switch (event) {
            case ObligationTaken e ->
                    new Obligations(
                            byId.plus(
                                    e.obligationId(),
                                    new Obligation(
                                            e.obligationId(), e.what(), e.owedTo(), Status.OPEN)));
            case ObligationDischarged e -> with(e.obligationId(), Status.DISCHARGED);
            case ObligationHandedOver e -> with(e.obligationId(), Status.HANDED_OVER);
        };
    }

    private Obligations with(String obligationId, Status as) {
        return find(obligationId)
                .map(owed -> new Obligations(byId.plus(obligationId, owed.with(as))))
                .orElse(this);
    }
}
