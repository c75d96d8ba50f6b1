package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What gates are evaluated on: the latest event of each kind and subject (the seat, the seam, the
 * team) since the partnership last became a prospect. The event itself is the evidence.
 */
public record LatestEvents(PMap<Key, PartnershipEvent> latest) {

    /** One kind of fact about one subject; the subject is empty where there is only one. */
    record Key(Class<? extends PartnershipEvent> kind, String subject) {}

    static final LatestEvents NONE = new LatestEvents(HashTreePMap.empty());

    LatestEvents with(PartnershipEvent event) {
        return with(event, "");
    }

    LatestEvents with(PartnershipEvent event, String subject) {
        return new LatestEvents(latest.plus(new Key(event.getClass(), subject), event));
    }

    LatestEvents without(Class<? extends PartnershipEvent> kind) {
        return without(kind, "");
    }

    LatestEvents without(Class<? extends PartnershipEvent> kind, String subject) {
        return new LatestEvents(latest.minus(new Key(kind, subject)));
    }

    public <E extends PartnershipEvent> Optional<E> latest(Class<E> kind) {
        return latest(kind, "");
    }

    public <E extends PartnershipEvent> Optional<E> latest(Class<E> kind, String subject) {
        return Optional.ofNullable(latest.get(new Key(kind, subject))).map(kind::cast);
    }

    /** The one that happened last, of a kind kept by when it happened. */
    public <E extends PartnershipEvent> Optional<E> latestByEffectiveTime(Class<E> kind) {
        return latest.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .max(Comparator.comparing(PartnershipEvent::effectiveAt));
    }
}
