package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way in which a partnership loses its energy. A rule is pure: facts in, watches out. */
public interface Rule {

    /** All of them, in the order in which a life can fall under them. */
    List<Rule> ALL =
            List.of(
                    new GhostTown(),
                    new Fading(),
                    new PlanningStall(),
                    new ParkedDue(),
                    new PilotOverdue(),
                    new StepsUnsecured(),
                    new StepOverdue(),
                    new RhythmMissed(),
                    new SeatVacant(),
                    new StrategicInNameOnly(),
                    new ClaimUnsettled(),
                    new WaiverExpired(),
                    new ObligationOverdue());

    /** What resets the ghost clock, in words. */
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

    /** What is to be watched; empty outside of the stages that the rule watches. */
    Stream<Watch> watches(WatchedFacts facts);

    /** What the rule of this id says; one that is no longer watched is told by its id. */
    static RulePhrase complaintOf(String id) {
        return find(id).map(Rule::complaint)
                .orElseGet(
                        () ->
                                new RulePhrase(
                                        "is due under the rule " + id,
                                        "are due under the rule " + id));
    }

    /** What resolves an alert of the rule of this id. */
    static String reliefOf(String id) {
        return find(id).map(Rule::relief).orElse("Look at the partnership");
    }

    private static Optional<Rule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** How bad it is when a rule is due. */
    enum Severity {
        WARNING,
        CRITICAL
    }
}
