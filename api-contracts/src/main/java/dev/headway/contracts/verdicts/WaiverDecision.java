package dev.headway.contracts.verdicts;

/** What an approver says to a waiver. */
public enum WaiverDecision {
    GRANTED,
    REFUSED
}
