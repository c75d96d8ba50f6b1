package dev.headway.projections.watching.rules;

import dev.headway.projections.watching.facts.WaivedCriteria.Excused;
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
                ? facts.waivers().excused().map(excused -> watch(excused, facts))
                : Stream.empty();
    }

    /** Counted from the expiry, or from what undid the criterion after it. */
    private Watch watch(Excused excused, WatchedFacts facts) {
        var waiver = excused.waiver();
        var unmet = excused.unmet();
        var isUndone = unmet.isUndoneByEvent() && unmet.by().isNewerThan(waiver.expiresOn());
        return Watch.after(
                        this,
                        waiver.waiverId(),
                        waiver.criterion(),
                        facts,
                        isUndone ? unmet.by() : waiver.expiresOn())
                .within(waiver.expiresOn().at(), unmet.spans());
    }
}
