package dev.headway.projections.processing;

import java.util.Set;

/**
 * What was parked in a projection when this node began to read it: each is tried once more, since
 * the node may be another version than the one that failed. Used by the thread that reads.
 */
final class LettersOfBefore {

    /** Who has them replayed. */
    static final String BY = "headway";

    private boolean begun;
    private Set<String> untried = Set.of();

    /** What is parked as of a claim; only the first counts. */
    void seen(ParkedStreams parked) {
        if (!begun) {
            begun = true;
            untried = parked.streams();
        }
    }

    /** Those that are to be tried, once. */
    Set<String> take() {
        var streams = untried;
        untried = Set.of();
        return streams;
    }
}
