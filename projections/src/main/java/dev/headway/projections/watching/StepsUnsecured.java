package dev.headway.projections.watching;

import java.util.stream.Stream;

/** "Secure the next three steps before the energy dips." */
final class StepsUnsecured implements Rule {

    @Override
    public String id() {
        return "steps-unsecured";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return Stream.ofNullable(facts.steps().unsecuredBy())
                .map(event -> new Watch(this, "", facts.stage(), event));
    }
}
