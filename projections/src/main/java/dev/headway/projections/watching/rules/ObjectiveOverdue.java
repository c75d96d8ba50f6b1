package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/**
 * "Shared OKRs": a key result whose day is over while nothing measured reaches its target. Off
 * until the program says after how long it wants to hear of it.
 */
public final class ObjectiveOverdue implements Rule {

    @Override
    public String id() {
        return "objective-overdue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("has an overdue key result", "have overdue key results");
    }

    @Override
    public String relief() {
        return "Record a value that reaches the target, or agree on another day or objective";
    }

    /** A day may have been over for longer than any threshold when it is recorded. */
    @Override
    public boolean isOn(Thresholds thresholds, Stage stage) {
        return thresholds.after(id(), stage).compareTo(Thresholds.LONGEST) < 0;
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isActive() ? eachOf(facts.unreached(), facts) : Stream.empty();
    }
}
