package dev.headway.projections.watching;

import dev.headway.contracts.Stage;
import java.util.stream.Stream;

/** "Timing matters more than fit": the date has come to look at it again. */
final class ParkedDue implements Rule {

    @Override
    public String id() {
        return "parked-due";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Complaint complaint() {
        return new Complaint("is due to be revisited", "are due to be revisited");
    }

    @Override
    public String relief() {
        return "Start the pilot, park it until a later date, end the parking, or sunset it";
    }

    @Override
    public Stream<Watch> watches(Facts facts) {
        return facts.stage() == Stage.PROSPECT
                ? Stream.ofNullable(facts.planning().parkedUntil())
                        .map(until -> Watch.ofAll(this, facts, until))
                : Stream.empty();
    }
}
