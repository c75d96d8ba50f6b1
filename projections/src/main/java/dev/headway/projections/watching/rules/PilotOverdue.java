package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** A pilot that nobody judges proves nothing. */
public final class PilotOverdue implements Rule {

    @Override
    public String id() {
        return "pilot-overdue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("ended a pilot without a verdict", "ended a pilot without a verdict");
    }

    @Override
    public String relief() {
        return "Judge the pilot: proved, disproved, or extended to a new end";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage() == Stage.PILOT
                ? Stream.ofNullable(facts.pilot().verdictMissingSince())
                        .map(end -> Watch.after(this, facts, end))
                : Stream.empty();
    }
}
