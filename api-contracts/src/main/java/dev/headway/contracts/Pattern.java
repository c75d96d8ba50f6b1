package dev.headway.contracts;

/**
 * The small standard set of things a partnership can be: "what pattern are we actually executing?"
 */
public enum Pattern {
    REFERRAL,
    RESELL,
    CO_DELIVERY,
    EMBEDDED_PLATFORM,
    MARKETPLACE_LISTING
}
