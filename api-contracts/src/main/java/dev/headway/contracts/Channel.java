package dev.headway.contracts;

/** Through which door a change came in. */
public enum Channel {
    API,
    CONSOLE,
    CHAT,
    IMPORT,
    SYSTEM
}
