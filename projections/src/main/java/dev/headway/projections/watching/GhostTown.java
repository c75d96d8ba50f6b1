package dev.headway.projections.watching;

import java.util.stream.Stream;

/** "Without structure, that initial excitement becomes a ghost town 60 days in." */
final class GhostTown implements Rule {

    @Override
    public String id() {
        return "ghost-town";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Complaint complaint() {
        return new Complaint("is a ghost town", "are ghost towns");
    }

    @Override
    public String relief() {
        return MOTION;
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return facts.stage().hasGhostClock()
                ? Stream.ofNullable(facts.marks().motion())
                        .map(motion -> Watch.ofAll(this, facts, motion))
                : Stream.empty();
    }
}
