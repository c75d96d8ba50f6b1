package dev.headway.projections.watching.rules;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.Span;
import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.List;
import java.util.stream.Stream;

/**
 * "Heroes burn out": of the motion of the last 90 days one person brought 80 % or more about. Off
 * until the program says after how long it wants to hear of it.
 */
public final class OnePersonCarries implements Rule {

    private static final String ID = "one-person-carries";

    /** Whether the program wants to hear of it at all; who moved what is looked up for that. */
    public static boolean isAskedFor(Thresholds thresholds) {
        return Stream.of(Stage.values())
                .filter(Stage::isLaunched)
                .anyMatch(stage -> thresholds.after(ID, stage).compareTo(Thresholds.LONGEST) < 0);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("is carried by one person", "are carried by one person each");
    }

    @Override
    public String relief() {
        return "Give a next step to somebody else, and let them do it";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        var movers = facts.movers();
        if (movers == null || !facts.stage().isLaunched()) {
            return Stream.empty();
        }
        var spans = movers.carriedByOne();
        return spans.isEmpty()
                ? Stream.empty()
                : Stream.ofNullable(movers.newestBy(spans.getLast().from()))
                        .map(motion -> during(spans, facts, motion.on(spans.getFirst().from())));
    }

    private Watch during(List<Span> spans, WatchedFacts facts, Anchor anchor) {
        return new Watch(this, "", "", facts.stage(), facts.pattern(), anchor, null, spans);
    }
}
