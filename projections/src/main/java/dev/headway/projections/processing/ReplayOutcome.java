package dev.headway.projections.processing;

/** What came of having a parked stream worked in. */
public enum ReplayOutcome {
    /** It is worked in, and parked no more. */
    REPLAYED,
    /** It failed again, at the same event or a later one. */
    PARKED_AGAIN,
    /** It cannot be worked in by itself after what was worked in since; a rebuild can. */
    NEEDS_REBUILD,
    /** Nodes elsewhere read the projection; they hear of it by the topic. */
    ELSEWHERE,
    /** It is not parked. */
    NOT_PARKED
}
