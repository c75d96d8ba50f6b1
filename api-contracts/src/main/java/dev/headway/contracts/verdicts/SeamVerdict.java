package dev.headway.contracts.verdicts;

/** What a check of a seam found. */
public enum SeamVerdict {
    PASS,
    FAIL,
    NOT_APPLICABLE
}
