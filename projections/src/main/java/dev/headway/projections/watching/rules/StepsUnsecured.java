package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Secure the next three steps before the energy dips." */
public final class StepsUnsecured implements Rule {

    @Override
    public String id() {
        return "steps-unsecured";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase(
                "has fewer than three open next steps", "have fewer than three open next steps");
    }

    @Override
    public String relief() {
        return "Plan steps until three are open";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return Stream.ofNullable(facts.steps().unsecuredBy())
                .map(event -> Watch.since(this, facts, event));
    }
}
