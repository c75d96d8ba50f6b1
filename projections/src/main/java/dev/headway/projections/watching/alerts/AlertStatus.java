package dev.headway.projections.watching.alerts;

/** An alert's life; a dismissal lasts until its episode is over. */
public enum AlertStatus {
    OPEN,
    ACKNOWLEDGED,
    SNOOZED,
    DISMISSED,
    RESOLVED
}
