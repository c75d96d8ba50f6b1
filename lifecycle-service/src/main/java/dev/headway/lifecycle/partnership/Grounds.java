package dev.headway.lifecycle.partnership;

import dev.headway.contracts.PartnershipEvent;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What gates are judged on: the latest event of each kind and subject (the seat, the seam, the
 * team) since the partnership last became a prospect. The event itself is the evidence.
 */
record Grounds(PMap<Ground, PartnershipEvent> latest) {

    /** One kind of fact about one subject; the subject is empty where there is only one. */
    record Ground(Class<? extends PartnershipEvent> kind, String subject) {}

    static final Grounds NONE = new Grounds(HashTreePMap.empty());

    Grounds with(PartnershipEvent event) {
        return with(event, "");
    }

    Grounds with(PartnershipEvent event, String subject) {
        return new Grounds(latest.plus(new Ground(event.getClass(), subject), event));
    }

    Grounds without(Class<? extends PartnershipEvent> kind) {
        return without(kind, "");
    }

    Grounds without(Class<? extends PartnershipEvent> kind, String subject) {
        return new Grounds(latest.minus(new Ground(kind, subject)));
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind) {
        return latest(kind, "");
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind, String subject) {
        return Optional.ofNullable(latest.get(new Ground(kind, subject))).map(kind::cast);
    }

    /** The one that happened last, of a kind kept by when it happened. */
    <E extends PartnershipEvent> Optional<E> newest(Class<E> kind) {
        return latest.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .max(Comparator.comparing(PartnershipEvent::effectiveAt));
    }
}
