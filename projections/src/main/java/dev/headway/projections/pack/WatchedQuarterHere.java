package dev.headway.projections.pack;

import dev.headway.projections.audit.ChangesOfAPeriod;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod;
import dev.headway.projections.watching.hindsight.RulesInHindsight;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** By the watch and the figures of this process, which a call waits for before it gets here. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", matchIfMissing = true)
class WatchedQuarterHere implements WatchedQuarter {

    private static final String GHOST_TOWN = "ghost-town";
    private static final String CLAIM_UNSETTLED = "claim-unsettled";
    private static final String SEAT_VACANT = "seat-vacant";
    private static final List<String> WATCHED = List.of(GHOST_TOWN, CLAIM_UNSETTLED, SEAT_VACANT);

    private final ChangesOfAPeriod changes;
    private final AlertsOfAPeriod alerts;
    private final RulesInHindsight rules;
    private final HowIsThePortfolioDoing figures;
    private final BusinessCalendar calendar;

    WatchedQuarterHere(
            ChangesOfAPeriod changes,
            AlertsOfAPeriod alerts,
            RulesInHindsight rules,
            HowIsThePortfolioDoing figures,
            BusinessCalendar calendar) {
        this.changes = changes;
        this.alerts = alerts;
        this.rules = rules;
        this.figures = figures;
        this.calendar = calendar;
    }

    @Override
    public Held held(Quarter quarter, String time, long position) {
        var period = quarter.period(calendar.zone());
        var episodes =
                new EpisodesOfAQuarter(
                        changes,
                        alerts,
                        rules,
                        WATCHED,
                        period.from(),
                        period.to(),
                        time,
                        PackMaker.MOST);
        return new Held(
                episodes.begun(GHOST_TOWN),
                episodes.standing(CLAIM_UNSETTLED),
                episodes.standing(SEAT_VACANT));
    }

    @Override
    public HowIsThePortfolioDoing.Answer figures(long position) {
        return figures.now();
    }
}
