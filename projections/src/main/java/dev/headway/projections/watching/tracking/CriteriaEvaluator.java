package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * What the watch asks of those who keep the gates: only they can say whether a criterion holds.
 * Asked for partnerships with a granted waiver alone.
 */
public interface CriteriaEvaluator {

    /**
     * The life of a partnership until just before one of its events.
     *
     * @param before the version of that event
     */
    Life of(String partnershipId, long before);

    /** A life that goes on. */
    interface Life {

        void on(PartnershipEvent event);

        /**
         * Those of the criteria that are asked for and do not hold by themselves, waivers aside.
         */
        Set<String> unmetOf(Collection<String> criteria, Instant now);
    }
}
