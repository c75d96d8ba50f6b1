package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** The energy dips: the last call before the ghost town. */
public final class Fading implements Rule {

    @Override
    public String id() {
        return "fading";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("is fading", "are fading");
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
