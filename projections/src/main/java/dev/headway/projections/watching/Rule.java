package dev.headway.projections.watching;

import dev.headway.contracts.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way in which a partnership loses its energy. A rule is pure: facts in, watches out. */
interface Rule {

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

    Words words();

    /**
     * The criterion that a pattern's template must ask for if the rule is to hold for the pattern;
     * null for a rule that holds for all.
     */
    default @Nullable String askedForBy(Stage stage) {
        return null;
    }

    /** What is to be watched; empty outside of the stages that the rule watches. */
    Stream<Watch> watches(Facts facts);

    /** How the rule of this id speaks; one that is no longer watched is told by its id. */
    static Words wordsOf(String id) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(Rule::words)
                .orElseGet(
                        () ->
                                new Words(
                                        "is due under the rule " + id,
                                        "are due under the rule " + id,
                                        "Look at the partnership"));
    }

    /** How bad it is when a rule is due. */
    enum Severity {
        WARNING,
        CRITICAL
    }

    /**
     * How a rule speaks.
     *
     * @param ofOne as in "Acme <i>is a ghost town</i>"
     * @param ofMany as in "7 <i>are ghost towns</i>"
     * @param relief what would resolve it, as an imperative
     */
    record Words(String ofOne, String ofMany, String relief) {}
}
