package dev.headway.contracts;

/** The two sides of a partnership. */
public enum Side {
    OURS,
    PARTNER
}
