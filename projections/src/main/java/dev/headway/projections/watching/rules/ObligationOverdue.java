package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Most obligations are invisible at signing time"; they bind in every stage, SUNSET too. */
public final class ObligationOverdue implements Rule {

    @Override
    public String id() {
        return "obligation-overdue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase("has an overdue obligation", "have overdue obligations");
    }

    @Override
    public String relief() {
        return "Discharge the obligation, or hand it over";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return eachOf(facts.promises().obligations(), facts);
    }
}
