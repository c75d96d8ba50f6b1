package dev.headway.projections.identity;

/** What letting people of partners in asks of those who know which partnership is with whom. */
@FunctionalInterface
public interface SharedPartnerships {

    /**
     * Whether a partnership is with a company, merges heeded, and is not voided.
     *
     * @throws RuntimeException when the store cannot be asked
     */
    boolean isShared(String partnershipId, String partnerId);
}
