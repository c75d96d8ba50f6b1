package dev.headway.projections.watching.alerts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of table {@code alert} by itself; {@link AlertAnswerTable} has what people answer,
 * {@link AlertQueries} reads it. What is raised, moved and resolved follows from rows of {@code
 * watch} in the same statement, so that nothing comes between.
 */
@Component
public class AlertTable {

    /** An alert that is raised this long after it was due, and known to be, is late. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(5);

    /** The newest restore of the database from a backup. */
    private static final String RESTORED =
            "coalesce((select max(restored_at) from database_restore), '-infinity')";

    private final JdbcClient database;

    public AlertTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * An alert that was raised.
     *
     * @param isOfBefore it was due before the database was restored, and known to be: people were
     *     told of it then, as far as anybody knows
     */
    record Raised(UUID alertId, String rule, boolean isOfBefore) {}

    /**
     * An alert whose time has come.
     *
     * @param escalated nobody took it in time; otherwise its snooze has ended
     * @param isShadow of an alert that says more, so that nobody is told of it
     * @param isOfBefore its time had come before the database was restored
     */
    record FiredTimer(
            UUID alertId, String rule, boolean escalated, boolean isShadow, boolean isOfBefore) {}

    /**
     * Resolves what these watches no longer hold, or did not in between. A dismissed alert stays
     * dismissed; its episode is over all the same.
     *
     * @return the rule of each
     */
    List<String> resolve(Long[] watches, Instant now) {
        return database.sql(
                        """
                        with w as (
                            select watch.*, live.alert_id
                            from   watch
                                   cross join lateral (select alert_id
                                                       from   alert
                                                       where  partnership_id = watch.partnership_id
                                                       and    rule           = watch.rule
                                                       and    subject        = watch.subject
                                                       and    resolved_at    is null
                                                       limit  1) live
                            where  watch_id = any(:watches))
                        update alert a
                        set    status        = case a.status when 'DISMISSED' then a.status
                                                             else 'RESOLVED' end,
                               next_check_at = null,
                               resolved_at   = :now,
                               resolved_by   = case when w.ended_first > a.raised_position
                                                    then w.ended_by
                                                    when w.ended_last  > a.raised_position
                                                    then w.ended_last_by
                                                    else 'TIME' end
                        from   w
                        where  a.alert_id = w.alert_id
                        and    (w.due_at is null
                                or w.due_at     > :now
                                or w.ended_last > a.raised_position
                                or exists (select
                                           from   jsonb_to_recordset(w.due_times) as given (
                                                      until timestamptz)
                                           where  until >  a.raised_at
                                           and    until <= :now))
                        returning a.rule
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .query((row, _) -> row.getString("rule"))
                .list();
    }

    /** Lets alerts whose anchor moved without relief follow it. */
    void reanchor(Long[] watches, Instant now) {
        database.sql(
                        """
                        with w as (
                            select watch.*, live.alert_id
                            from   watch
                                   cross join lateral (select alert_id
                                                       from   alert
                                                       where  partnership_id = watch.partnership_id
                                                       and    rule           = watch.rule
                                                       and    subject        = watch.subject
                                                       and    resolved_at    is null
                                                       limit  1) live
                            where  watch_id = any(:watches)
                            and    due_at  <= :now)
                        update alert a
                        set    about           = w.about,
                               anchor_event_id = w.anchor_event_id,
                               anchor_position = w.anchor_position,
                               anchor_type     = w.anchor_type,
                               anchor_at       = w.anchor_at,
                               due_at          = w.due_at
                        from   w
                        where  a.alert_id = w.alert_id
                        and    (a.anchor_event_id, a.due_at)
                               is distinct from (w.anchor_event_id, w.due_at)
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .update();
    }

    /**
     * Raises what is due and has no live alert.
     *
     * @param position how far the watches have been read
     * @param escalatesAt when each is escalated unless somebody acknowledges it
     */
    List<Raised> raise(Long[] watches, Instant now, long position, Instant escalatesAt) {
        return database.sql(
                        """
                        with raised as (
                        insert into alert
                               (alert_id, partnership_id, partnership_name, rule, subject, about,
                                severity, anchor_event_id, anchor_position, anchor_type, anchor_at,
                                due_at,
                                raised_at, raised_position, late, status, next_check_at)
                        select  cast(md5(concat_ws('/', w.partnership_id, w.rule, w.subject,
                                                        w.anchor_event_id, nullif(earlier.times, 0)))
                                     as uuid),
                                w.partnership_id, p.name, w.rule, w.subject, w.about,
                                w.severity, w.anchor_event_id, w.anchor_position, w.anchor_type,
                                w.anchor_at,
                                w.due_at,
                                :now, :position, greatest(w.due_at, w.due_known_at) < :late, 'OPEN',
                                :escalates
                        from    watch w
                                join watched_partnership p using (partnership_id)
                                cross join lateral (
                                    select count(*) as times
                                    from   alert a
                                    where  a.partnership_id = w.partnership_id
                                    and    a.rule           = w.rule
                                    and    a.subject        = w.subject) earlier
                        where   w.watch_id = any(:watches)
                        and     w.due_at  <= :now
                        and     (w.ends_at is null or w.ends_at > :now)
                        on conflict (partnership_id, rule, subject) where resolved_at is null
                        do nothing
                        returning alert_id, partnership_id, rule, subject)
                        select alert_id, rule,
                               greatest(w.due_at, w.due_known_at) <= {restored} as is_of_before
                        from   raised
                               join watch w using (partnership_id, rule, subject)
                        """
                                .replace("{restored}", RESTORED))
                .param("now", Timestamp.from(now))
                .param("position", position)
                .param("late", Timestamp.from(now.minus(LATE_AFTER)))
                .param("escalates", Timestamp.from(escalatesAt))
                .param("watches", watches)
                .query(
                        (row, _) ->
                                new Raised(
                                        row.getObject("alert_id", UUID.class),
                                        row.getString("rule"),
                                        row.getBoolean("is_of_before")))
                .list();
    }

    /** Ends the snoozes and escalates the alerts whose time has come; the next few. */
    List<FiredTimer> fire(Instant now, Instant escalatesAt, int most) {
        return database.sql(
                        """
                        with due as (
                            select alert_id, status = 'OPEN' as unanswered, {is shadow} as is_shadow,
                                   next_check_at <= {restored} as is_of_before
                            from   alert
                            where  next_check_at <= :now
                            order by next_check_at
                            limit  :batch
                            for update skip locked)
                        update alert
                        set    status        = 'OPEN',
                               snoozed_until = null,
                               escalated_at  = case when unanswered and not is_shadow
                                                    then cast(:now as timestamptz)
                                                    else escalated_at end,
                               next_check_at = case when (is_shadow or not unanswered)
                                                    and  owner is null
                                                    then cast(:escalates as timestamptz) end
                        from   due
                        where  alert.alert_id = due.alert_id
                        returning alert.alert_id, alert.rule, due.unanswered as escalated, is_shadow,
                                  is_of_before
                        """
                                .replace("{is shadow}", Shadow.of("alert"))
                                .replace("{restored}", RESTORED))
                .param("now", Timestamp.from(now))
                .param("escalates", Timestamp.from(escalatesAt))
                .param("batch", most)
                .query(
                        (row, _) ->
                                new FiredTimer(
                                        row.getObject("alert_id", UUID.class),
                                        row.getString("rule"),
                                        row.getBoolean("escalated"),
                                        row.getBoolean("is_shadow"),
                                        row.getBoolean("is_of_before")))
                .list();
    }
}
