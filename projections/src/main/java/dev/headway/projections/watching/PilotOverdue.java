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
    public Complaint complaint() {
        return new Complaint("ended a pilot without a verdict", "ended a pilot without a verdict");
    }

    @Override
    public String relief() {
        return "Judge the pilot: proved, disproved, or extended to a new end";
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return facts.stage() == Stage.PILOT
                ? Stream.ofNullable(facts.pilot().isUnjudgedAfter())
                        .map(end -> Watch.ofAll(this, facts, end))
                : Stream.empty();
    }
}
