package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "You can announce a partnership in a week": it is real once a customer has used it. */
public final class AnnouncedUnused implements Rule {

    @Override
    public String id() {
        return "announced-unused";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase(
                "was announced, and no customer has used it",
                "were announced, and no customer has used them");
    }

    @Override
    public String relief() {
        return "Bring it to a first customer, and record the joint win";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isLaunched()
                ? Stream.ofNullable(facts.unusedSinceAnnounced())
                        .map(announced -> Watch.since(this, facts, announced))
                : Stream.empty();
    }
}
