package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import dev.headway.contracts.Thresholds;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of launches: whether the energy lasts. */
@Component
class LaunchFigures {

    private final JdbcClient database;

    LaunchFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * The launches of one month (UTC), by the time they happened; of every life the first.
     *
     * @param month as {@code 2026-07}
     * @param days every tenth day that has passed for the whole cohort
     */
    record Cohort(String month, int launches, List<Day> days) {}

    /**
     * How the cohort stood so many days of 24 hours after each launch.
     *
     * @param surviving in motion within the threshold of their stage
     * @param ghostTowns not so
     * @param ended in SUNSET by then, and so neither
     */
    record Day(int day, int surviving, int ghostTowns, int ended, @Nullable BigDecimal share) {}

    private record CohortRow(
            String month, int day, int launches, int surviving, int ghostTowns, int ended) {

        Day asDay() {
            return new Day(
                    day, surviving, ghostTowns, ended, StageFigures.share(surviving, launches));
        }
    }

    /** The cohorts, the oldest first. */
    List<Cohort> survival(Thresholds thresholds, Instant now) {
        var cohorts = new TreeMap<String, Cohort>();
        for (var row : rows(thresholds, now)) {
            cohorts.computeIfAbsent(
                            row.month(),
                            month -> new Cohort(month, row.launches(), new ArrayList<>()))
                    .days()
                    .add(row.asDay());
        }
        return List.copyOf(cohorts.values());
    }

    private List<CohortRow> rows(Thresholds thresholds, Instant now) {
        return database.sql(
                        """
                        with launched as (
                            select *,
                                   to_char(launched_at at time zone 'UTC', 'YYYY-MM') as month
                            from   launch),
                        latest as (
                            select   month, max(launched_at) as launched_at
                            from     launched
                            group by month),
                        sampled as (
                            select month, day, partnership_id, ended_at,
                                   launched.launched_at + day * interval '24 hours' as moment
                            from   launched
                                   join latest using (month)
                                   cross join generate_series(0, 90, 10) as day
                            where  latest.launched_at + day * interval '24 hours' <= :now),
                        standing as (
                            select month, day,
                                   coalesce(ended_at <= moment, false) as ended,
                                   exists (select
                                           from   motion
                                           where  motion.partnership_id = sampled.partnership_id
                                           and    motion.at <= moment
                                           and    motion.at >  moment - allowed.threshold) as in_motion
                            from   sampled
                                   cross join lateral
                                   (select   case entry.stage
                                                 when 'PILOT'  then cast(:pilotSilence  as interval)
                                                 when 'LAUNCH' then cast(:launchSilence as interval)
                                                 when 'SCALED' then cast(:scaledSilence as interval)
                                             end as threshold
                                    from     stage_entry entry
                                    where    entry.partnership_id = sampled.partnership_id
                                    and      entry.entered_at    <= moment
                                    order by entry.version desc
                                    limit    1) as allowed)
                        select   month,
                                 day,
                                 count(*)                                            as launches,
                                 count(*) filter (where not ended and     in_motion) as surviving,
                                 count(*) filter (where not ended and not in_motion) as ghost_towns,
                                 count(*) filter (where     ended)                   as ended
                        from     standing
                        group by month, day
                        order by month, day
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("pilotSilence", silence(thresholds, Stage.PILOT))
                .param("launchSilence", silence(thresholds, Stage.LAUNCH))
                .param("scaledSilence", silence(thresholds, Stage.SCALED))
                .query(new SimplePropertyRowMapper<>(CohortRow.class))
                .list();
    }

    private static String silence(Thresholds thresholds, Stage stage) {
        return thresholds.after(GhostClock.RULE, stage).toString();
    }
}
