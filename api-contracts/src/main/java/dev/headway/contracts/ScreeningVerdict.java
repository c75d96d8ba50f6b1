package dev.headway.contracts;

/** What screening for one disqualifier found. */
public enum ScreeningVerdict {
    CLEAR,
    TRIGGERED
}
