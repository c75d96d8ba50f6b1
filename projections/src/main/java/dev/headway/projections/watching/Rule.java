package dev.headway.projections.watching;

import java.util.List;
import java.util.stream.Stream;

/** One way in which a partnership loses its energy. A rule is pure: facts in, watches out. */
interface Rule {

    /** All of them. */
    List<Rule> ALL = List.of(new GhostTown(), new StepsUnsecured());

    /** Stable, as in the program's thresholds. */
    String id();

    Severity severity();

    /** What is to be watched; empty outside of the stages that the rule watches. */
    Stream<Watch> watches(Facts facts);

    /** How bad it is when a rule is due. */
    enum Severity {
        WARNING,
        CRITICAL
    }
}
