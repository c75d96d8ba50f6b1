package dev.headway.projections.watching.standstill;

import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import dev.headway.projections.watching.tracking.FactsLookup;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@link StandsStill} of a few partnerships, under the policy in force. */
@Component
public class WhyDoTheyStandStill {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WatchedPartnerships.NAME;

    private final FactsLookup facts;

    public WhyDoTheyStandStill(FactsLookup facts) {
        this.facts = facts;
    }

    /** By partnership; those that do not stand still are left out. */
    public Map<String, StandStill> of(Collection<String> partnerships, Instant now) {
        var standing = new HashMap<String, StandStill>();
        var dates = facts.dates();
        facts.of(partnerships)
                .forEach(
                        (id, known) ->
                                StandsStill.of(known, dates, now)
                                        .ifPresent(why -> standing.put(id, why)));
        return standing;
    }
}
