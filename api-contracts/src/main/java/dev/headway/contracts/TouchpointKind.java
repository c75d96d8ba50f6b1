package dev.headway.contracts;

/** How both sides met. */
public enum TouchpointKind {
    JOINT_CALL,
    BUSINESS_REVIEW,
    WORKSHOP,
    CUSTOMER_MEETING,
    MESSAGE
}
