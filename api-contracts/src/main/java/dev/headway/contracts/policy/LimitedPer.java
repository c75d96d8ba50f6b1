package dev.headway.contracts.policy;

/** What a program may limit running pilots by. */
public enum LimitedPer {
    PATTERN,
    SEGMENT,
    OWNER
}
