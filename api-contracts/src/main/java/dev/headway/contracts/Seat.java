package dev.headway.contracts;

/**
 * Who owns what, down to "who owns support at 2 a.m.?". Each seat is held by a named person of one
 * side.
 */
public enum Seat {
    RELATIONSHIP,
    DELIVERY,
    INTEGRATION,
    SUPPORT,
    ESCALATION
}
