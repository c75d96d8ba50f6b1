package dev.headway.projections.routing;

import java.util.Locale;

/** The kinds of node there are, where one process does not do both. */
public enum ServingNode {

    /** Takes commands, and answers what only the store and what is kept beside it can tell. */
    LIFECYCLE,

    /** Answers questions, notices, and tells people. */
    PROJECTION;

    /** As the contract has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ServingNode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
