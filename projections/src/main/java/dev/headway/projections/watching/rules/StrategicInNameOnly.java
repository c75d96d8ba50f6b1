package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Strategic should mean we are willing to change for this." */
public final class StrategicInNameOnly implements Rule {

    @Override
    public String id() {
        return "strategic-in-name-only";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase(
                "is strategic in name only: a bend is overdue",
                "are strategic in name only: bends are overdue");
    }

    @Override
    public String relief() {
        return "Deliver the bend, with evidence, or promise again by classifying anew";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().hasGhostClock()
                ? eachOf(facts.promises().bends(), facts)
                : Stream.empty();
    }
}
