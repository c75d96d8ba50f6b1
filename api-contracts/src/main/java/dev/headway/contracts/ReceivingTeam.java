package dev.headway.contracts;

/** A team that receives the work of a launch and must confirm that it has the capacity. */
public enum ReceivingTeam {
    SUPPORT,
    PRODUCT,
    DELIVERY
}
