package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WatchedFacts;
import java.util.stream.Stream;

/** An exception that outlived its date, while what it excused is still missing. */
public final class WaiverExpired implements Rule {

    @Override
    public String id() {
        return "waiver-expired";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public RulePhrase complaint() {
        return new RulePhrase(
                "is out of compliance: a waiver expired", "are out of compliance: waivers expired");
    }

    @Override
    public String relief() {
        return "Meet the criterion, or have it waived anew";
    }

    @Override
    public Stream<Watch> watches(WatchedFacts facts) {
        return facts.stage().isActive()
                ? facts.waivers()
                        .unmetAgain()
                        .map(
                                waiver ->
                                        Watch.of(
                                                this,
                                                waiver.waiverId(),
                                                waiver.criterion(),
                                                facts,
                                                waiver.expiresOn()))
                : Stream.empty();
    }
}
