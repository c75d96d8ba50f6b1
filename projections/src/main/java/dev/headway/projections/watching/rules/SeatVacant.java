package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Who owns support at 2 a.m.?" Nobody, and that for days. */
public final class SeatVacant implements Rule {

    @Override
    public String id() {
        return "seat-vacant";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("has a required seat empty", "have required seats empty");
    }

    @Override
    public String relief() {
        return "Fill the seat with a named person";
    }

    @Override
    public String askedForBy(Stage stage) {
        return stage == Stage.PILOT ? "relationship-seat-filled" : "all-seats-filled";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.seats().empty().entrySet().stream()
                .map(empty -> Watch.since(this, empty.getKey(), facts, empty.getValue()));
    }
}
