package dev.headway.contracts;

/** How a partnership earns its keep: "name the leverage". */
public enum Mechanism {
    DISTRIBUTION_SPEED,
    DELIVERY_SPEED,
    DELIVERY_COST,
    WIN_RATE,
    CREDIBILITY
}
