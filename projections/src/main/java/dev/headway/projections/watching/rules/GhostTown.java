package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Without structure, that initial excitement becomes a ghost town 60 days in." */
public final class GhostTown implements Rule {

    @Override
    public String id() {
        return "ghost-town";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("is a ghost town", "are ghost towns");
    }

    @Override
    public String relief() {
        return MOTION;
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().hasGhostClock()
                ? Stream.ofNullable(facts.anchors().motion())
                        .map(motion -> Watch.since(this, facts, motion))
                : Stream.empty();
    }
}
