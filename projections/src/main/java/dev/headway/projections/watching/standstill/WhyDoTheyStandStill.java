package dev.headway.projections.watching.standstill;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.watching.standstill.StandsStill.StandStill;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks {@link StandsStill} of a few partnerships, by what the watch says is due. */
@Component
public class WhyDoTheyStandStill {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WatchedPartnerships.NAME;

    private final StandingTable table;
    private final BusinessCalendar calendar;

    public WhyDoTheyStandStill(JdbcClient database, BusinessCalendar calendar) {
        this.table = new StandingTable(database);
        this.calendar = calendar;
    }

    /** By partnership; those that do not stand still are left out. */
    public Map<String, StandStill> of(Collection<String> partnerships, Instant now) {
        var still = new HashMap<String, StandStill>();
        table.of(partnerships, now)
                .forEach(
                        (id, standing) ->
                                StandsStill.of(standing, now, calendar.zone())
                                        .ifPresent(why -> still.put(id, why)));
        return still;
    }
}
