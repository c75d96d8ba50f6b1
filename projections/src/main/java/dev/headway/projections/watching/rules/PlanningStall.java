package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Motion beats the perfect plan": a prospect that is neither piloted, parked nor let go. */
public final class PlanningStall implements Rule {

    @Override
    public String id() {
        return "planning-stall";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("stalled before a pilot", "stalled before a pilot");
    }

    @Override
    public String relief() {
        return "Start the pilot, park it until a date, or sunset it";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage() == Stage.PROSPECT
                ? Stream.ofNullable(facts.planning().since())
                        .map(since -> Watch.since(this, facts, since))
                : Stream.empty();
    }
}
