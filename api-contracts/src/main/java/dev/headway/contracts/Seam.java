package dev.headway.contracts;

/** Where the joint experience is sewn together: "the seams are the product". */
public enum Seam {
    ONBOARDING,
    AUTHENTICATION,
    PERMISSIONS,
    DATA_QUALITY,
    UX_CONSISTENCY,
    SUPPORT_HANDOFF
}
