package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Agreed rhythms of collaboration": the forum that was agreed on did not meet. */
public final class RhythmMissed implements Rule {

    @Override
    public String id() {
        return "rhythm-missed";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("missed the agreed rhythm", "missed the agreed rhythm");
    }

    @Override
    public String relief() {
        return "Meet, and record the touchpoint";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isLaunched()
                ? Stream.ofNullable(facts.rhythm().nextMeeting(facts.anchors().meeting()))
                        .map(meeting -> Watch.since(this, facts, meeting))
                : Stream.empty();
    }
}
