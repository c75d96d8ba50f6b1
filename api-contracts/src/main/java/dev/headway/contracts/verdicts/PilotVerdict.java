package dev.headway.contracts.verdicts;

/** What a pilot showed. */
public enum PilotVerdict {
    PROVED,
    DISPROVED,
    EXTENDED
}
