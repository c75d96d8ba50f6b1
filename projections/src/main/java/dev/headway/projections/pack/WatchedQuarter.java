package dev.headway.projections.pack;

import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episodes;

/** What the watch and the figures tell of a quarter, wherever they are kept. */
public interface WatchedQuarter {

    /**
     * When rules held; of each a thousand are told.
     *
     * @param ghostTowns what became one within the quarter
     * @param unsettledClaims claims that were due and unsettled at its end
     * @param vacancies seats that were due to be filled, and empty, at its end
     */
    record Held(Episodes ghostTowns, Episodes unsettledClaims, Episodes vacancies) {}

    /**
     * @param time by which changes are of the quarter, {@code recorded} or {@code effective}
     * @param position up to which everything that is stored is to be heeded; 0 for what is known
     */
    Held held(Quarter quarter, String time, long position);

    /** As of now. */
    HowIsThePortfolioDoing.Answer figures(long position);
}
