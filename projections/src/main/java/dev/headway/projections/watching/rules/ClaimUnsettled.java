package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** "Name the leverage", and measure it by the date it was claimed for. */
public final class ClaimUnsettled implements Rule {

    @Override
    public String id() {
        return "claim-unsettled";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase(
                "has a claim past its date that nothing settles",
                "have claims past their date that nothing settles");
    }

    @Override
    public String relief() {
        return "Take a measurement that reaches the target, or claim anew";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isLaunched()
                ? Stream.ofNullable(facts.claim().unsettledSince())
                        .map(date -> Watch.after(this, facts, date))
                : Stream.empty();
    }
}
