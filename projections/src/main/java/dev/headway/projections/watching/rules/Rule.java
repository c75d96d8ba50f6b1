package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.facts.Deadlines;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way in which a partnership loses its energy. A rule is pure: facts in, watches out. */
public interface Rule {

    /** What people most often do that resets the ghost clock, in words; not all that does. */
    String MOTION = "Record what moved it: a touchpoint, a step done, a joint win, a measurement";

    /** Stable, as in the program's thresholds. */
    String id();

    Severity severity();

    RulePhrase complaint();

    /** What would resolve it, as an imperative. */
    String relief();

    /**
     * The criterion that a pattern's template must ask for if the rule is to hold for the pattern;
     * null for a rule that holds for all.
     */
    default @Nullable String askedForBy(Stage stage) {
        return null;
    }

    /** Whether a program with these thresholds wants to hear of it in a stage. */
    default boolean isOn(Thresholds thresholds, Stage stage) {
        return true;
    }

    /** One watch for each deadline that is still open. */
    default Stream<Watch> eachOf(Deadlines deadlines, WatchedFacts facts) {
        return deadlines.byId().entrySet().stream()
                .map(
                        open ->
                                Watch.after(
                                        this,
                                        open.getKey(),
                                        open.getValue().about(),
                                        facts,
                                        open.getValue().date()));
    }

    /** What is to be watched; empty outside of the stages that the rule watches. */
    Stream<Watch> watches(WatchedFacts facts);

    /** How bad it is when a rule is due. */
    enum Severity {
        WARNING,
        CRITICAL
    }
}
