package dev.headway.contracts;

/** What a pilot showed. */
public enum PilotVerdict {
    PROVED,
    DISPROVED,
    EXTENDED
}
