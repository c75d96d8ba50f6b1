package dev.headway.contracts;

/** What kind of company the partner is. */
public enum PartnerType {
    TELCO,
    AGENCY,
    AFFILIATE,
    RESELLER,
    TECHNOLOGY,
    DISTRIBUTOR,
    STRATEGIC_ALLIANCE,
    OTHER
}
