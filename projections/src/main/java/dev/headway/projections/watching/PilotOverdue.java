package dev.headway.projections.watching;

import dev.headway.contracts.Stage;
import java.util.stream.Stream;

/** A pilot that nobody judges proves nothing. */
final class PilotOverdue implements Rule {

    @Override
    public String id() {
        return "pilot-overdue";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Words words() {
        return new Words(
                "has a pilot that ended without a verdict",
                "have pilots that ended without a verdict",
                "Judge the pilot: proved, disproved, or extended to a new end");
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return facts.stage() == Stage.PILOT
                ? Stream.ofNullable(facts.pilot().isUnjudgedAfter())
                        .map(end -> Watch.ofAll(this, facts, end))
                : Stream.empty();
    }
}
