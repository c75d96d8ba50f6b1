package dev.headway.contracts.verdicts;

/** What screening for one disqualifier found. */
public enum ScreeningVerdict {
    CLEAR,
    TRIGGERED
}
