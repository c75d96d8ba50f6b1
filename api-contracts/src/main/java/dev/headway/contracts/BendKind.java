package dev.headway.contracts;

/** What a strategic partnership bends on our side. */
public enum BendKind {
    PACKAGING,
    SUPPORT_MODEL,
    ROADMAP,
    SALES_MOTION,
    DELIVERY_APPROACH
}
