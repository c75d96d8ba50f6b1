package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.projections.watching.facts.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
         * When the criteria that are asked for do not hold by themselves, waivers aside, if nothing
         * happens but time.
         *
         * @param program the policy in force, or null before its first change
         * @return by criterion; those that hold from {@code now} on for ever are left out
         */
        Map<String, List<Span>> unmetFrom(
                Instant now, Collection<String> criteria, @Nullable ProgramChanged program);
    }
}
