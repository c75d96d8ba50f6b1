package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Timing matters more than fit": the date has come to look at it again. */
public final class ParkedDue implements Rule {

    @Override
    public String id() {
        return "parked-due";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("is due to be revisited", "are due to be revisited");
    }

    @Override
    public String relief() {
        return "Start the pilot, park it until a later date, end the parking, or sunset it";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage() == Stage.PROSPECT
                ? Stream.ofNullable(facts.planning().parkedUntil())
                        .map(until -> Watch.since(this, facts, until))
                : Stream.empty();
    }
}
