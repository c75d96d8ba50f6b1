package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules, and what they watch together. */
public final class Rules {

    /** All of them, in the order in which a life can fall under them. */
    public static final List<Rule> ALL =
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
                    new AnnouncedUnused(),
                    new OnePersonCarries(),
                    new ObjectiveOverdue(),
                    new WaiverExpired(),
                    new ObligationOverdue());

    private Rules() {}

    /** Everything to be watched of a partnership at present, by every rule. */
    public static Stream<Watch> watches(WatchedFacts facts) {
        return ALL.stream().flatMap(rule -> rule.watches(facts));
    }

    /** What the rule of this id says; one that is no longer watched is called by its id. */
    public static RulePhrase phraseOf(String id) {
        return find(id).map(Rule::complaint)
                .orElseGet(
                        () ->
                                new RulePhrase(
                                        "is due under the rule " + id,
                                        "are due under the rule " + id));
    }

    /** What resolves an alert of the rule of this id. */
    public static String reliefOf(String id) {
        return find(id).map(Rule::relief).orElse("Look at the partnership");
    }

    /** How bad alerts of the rule of this id are; empty where there is no such rule. */
    public static Optional<Rule.Severity> severityOf(String id) {
        return find(id).map(Rule::severity);
    }

    private static Optional<Rule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
