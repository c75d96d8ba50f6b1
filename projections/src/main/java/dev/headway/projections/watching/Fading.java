package dev.headway.projections.watching;

import java.util.stream.Stream;

/** The energy dips: the last call before the ghost town. */
final class Fading implements Rule {

    @Override
    public String id() {
        return "fading";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Words words() {
        return new Words("is fading", "are fading", MOTION);
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return facts.stage().hasGhostClock()
                ? Stream.ofNullable(facts.lastMotion())
                        .map(motion -> Watch.ofAll(this, facts, motion))
                : Stream.empty();
    }
}
