package dev.headway.contracts;

/** What an approver says to a waiver. */
public enum WaiverDecision {
    GRANTED,
    REFUSED
}
