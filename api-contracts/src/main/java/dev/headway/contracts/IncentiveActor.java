package dev.headway.contracts;

/** Whose incentives must make the right thing for the alliance the right thing for them. */
public enum IncentiveActor {
    SALES,
    PRODUCT,
    DELIVERY
}
