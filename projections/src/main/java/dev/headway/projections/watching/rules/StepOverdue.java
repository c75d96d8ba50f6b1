package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** A step that slipped, and that nobody moved. */
public final class StepOverdue implements Rule {

    @Override
    public String id() {
        return "step-overdue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("has an overdue step", "have overdue steps");
    }

    @Override
    public String relief() {
        return "Complete the step, reschedule it, or drop it";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isActive() ? eachOf(facts.steps().open(), facts) : Stream.empty();
    }
}
