package dev.headway.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a company itself, whatever is done with it: in a stream for each, {@code
 * partner/<id>}. Most have none: a partner is there as soon as a partnership names it, and its
 * stream begins when somebody says something of it.
 */
public sealed interface PartnerEvent extends HeadwayEvent {

    /** What the names of these streams begin with. */
    String STREAM = "partner/";

    String partnerId();

    /** From here on it is called what its own events say: at first this, as it was known then. */
    record PartnerNamed(
            String partnerId,
            String partnerName,
            String partnerType,
            @Nullable String partnerWebsite,
            Instant effectiveAt)
            implements PartnerEvent {}

    /** It is called otherwise, and whoever is named so from here on is this company. */
    record PartnerRenamed(
            String partnerId,
            String partnerName,
            String partnerType,
            @Nullable String partnerWebsite,
            Instant effectiveAt)
            implements PartnerEvent {}

    /**
     * It is the same company as another one, which stays.
     *
     * @param into the partner that stays
     * @param intoName what that one was called then
     */
    record PartnerMerged(
            String partnerId, String into, String intoName, String reason, Instant effectiveAt)
            implements PartnerEvent {}

    /**
     * It is a company of its own after all.
     *
     * @param outOf the partner that it was merged into
     */
    record PartnerUnmerged(String partnerId, String outOf, Instant effectiveAt)
            implements PartnerEvent {}
}
