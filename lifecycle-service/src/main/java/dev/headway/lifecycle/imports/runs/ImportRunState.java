package dev.headway.lifecycle.imports.runs;

/** Where an upload has come to. */
public enum ImportRunState {
    RUNNING,
    /** All rows were answered, rejected ones or not. */
    FINISHED,
    /** It ended before all rows were answered, and says why. */
    FAILED,
    /** Nothing has been heard of it for a while: the process that ran it is gone. */
    INTERRUPTED
}
