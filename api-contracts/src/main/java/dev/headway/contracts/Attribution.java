package dev.headway.contracts;

/** Whose doing a joint win was: a claim on revenue, so that the two are told apart. */
public enum Attribution {
    /** The partner brought the customer. */
    SOURCED,

    /** The customer was known already, and the partner helped to win them. */
    INFLUENCED
}
