package dev.headway.contracts;

/** Whether we are willing to change for this partner. */
public enum Classification {
    TRANSACTIONAL,
    STRATEGIC
}
