package dev.headway.projections.watching.alerts;

import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a look at due watches means for alerts: those whose episode is over are resolved, those
 * whose anchor moved without relief follow it, and what is due is raised, once per episode.
 */
@Component
public class AlertLifecycle {

    /** Under this name readers of alerts wait until what they wrote has been judged. */
    public static final String POSITION = "alerts";

    /** How many watches are looked at in one transaction. */
    static final int BATCH = 500;

    /** An alert that is raised this long after it was due, and known to be, is late. */
    private static final Duration PROMPT = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final WhenAlertRaisedThenTellChat chat;
    private final AlertTimers waking;
    private final AlertCounters meters;

    public AlertLifecycle(
            JdbcClient database,
            WhenAlertRaisedThenTellChat chat,
            AlertTimers waking,
            AlertCounters meters) {
        this.database = database;
        this.chat = chat;
        this.waking = waking;
        this.meters = meters;
    }

    public boolean isAnythingToLookAt(Instant now) {
        return database.sql(
                        """
                        select exists (select
                                       from   ((select next_check_at
                                                from   watch
                                                where  next_check_at is not null
                                                order by next_check_at
                                                limit  1)
                                               union all
                                               (select next_check_at
                                                from   alert
                                                where  next_check_at is not null
                                                order by next_check_at
                                                limit  1)) soonest
                                       where  next_check_at <= :now)
                        """)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** The position of the watching projection, which stays there until the transaction ends. */
    public long positionHeld() {
        return database.sql(
                        """
                        select position
                        from   projection_position
                        where  projection = :projection
                        for share
                        """)
                .param("projection", WatchedPartnerships.NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Looks at the next few watches, in one transaction with what follows from it.
     *
     * @return whether there may be more of them
     */
    public boolean judge(Instant now) {
        followIndexes();
        var taken = take(now);
        var watches = ids(taken);
        if (watches.length > 0) {
            var changed = ids(taken.stream().filter(Taken::mayHaveALiveAlert).toList());
            if (changed.length > 0) {
                meters.resolved(resolve(changed, now));
                follow(changed, now);
            }
            var raised = raise(watches, now);
            meters.opened(raised.stream().map(Raised::rule).toList());
            chat.react(raised.stream().map(Raised::alertId).toList(), now);
            settle(watches, now);
        }
        return watches.length == BATCH || waking.wake(now);
    }

    /**
     * In a burst the tables outgrow their statistics, and any plan that was made before it; the
     * cost is to follow what is due all the same.
     */
    private void followIndexes() {
        database.sql(
                        """
                        select set_config('enable_seqscan',   'off', true),
                               set_config('enable_hashjoin',  'off', true),
                               set_config('enable_mergejoin', 'off', true),
                               set_config('plan_cache_mode',  'force_custom_plan', true)
                        """)
                .query((_, _) -> true)
                .single();
    }

    private List<Taken> take(Instant now) {
        return database.sql(
                        """
                        select watch_id, next_check_at = '-infinity' as may_have_a_live_alert
                        from   watch
                        where  next_check_at <= :now
                        order by next_check_at
                        limit  :batch
                        for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new Taken(
                                        row.getLong("watch_id"),
                                        row.getBoolean("may_have_a_live_alert")))
                .list();
    }

    private static Long[] ids(List<Taken> taken) {
        return taken.stream().map(Taken::watchId).toArray(Long[]::new);
    }

    /** A dismissed alert stays dismissed; its episode is over all the same. */
    private List<String> resolve(Long[] watches, Instant now) {
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
                               resolved_by   = case when w.ended_first > a.anchor_position
                                                    then w.ended_by
                                                    when w.ended_last  > a.anchor_position
                                                    then coalesce(w.anchor_event_id, 'POLICY')
                                                    else 'POLICY' end
                        from   w
                        where  a.alert_id = w.alert_id
                        and    (w.due_at is null
                                or w.due_at > :now
                                or w.ended_last > a.anchor_position
                               and a.anchor_event_id <> w.anchor_event_id)
                        returning a.rule
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .query((row, _) -> row.getString("rule"))
                .list();
    }

    private void follow(Long[] watches, Instant now) {
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

    /** An episode that only a change of policy had ended goes on, and is told of again. */
    private List<Raised> raise(Long[] watches, Instant now) {
        return database.sql(
                        """
                        insert into alert
                               (alert_id, partnership_id, partnership_name, rule, subject, about,
                                severity, anchor_event_id, anchor_position, anchor_type, anchor_at,
                                due_at,
                                raised_at, late, status, next_check_at)
                        select  cast(md5(concat_ws('/', w.partnership_id, w.rule, w.subject,
                                                        w.anchor_event_id)) as uuid),
                                w.partnership_id, p.name, w.rule, w.subject, w.about,
                                w.severity, w.anchor_event_id, w.anchor_position, w.anchor_type,
                                w.anchor_at,
                                w.due_at,
                                :now, greatest(w.due_at, w.due_known_at) < :late, 'OPEN',
                                :escalates
                        from    watch w
                                join watched_partnership p using (partnership_id)
                        where   w.watch_id = any(:watches)
                        and     w.due_at  <= :now
                        on conflict (partnership_id, rule, subject, anchor_event_id) do update
                        set     status        = 'OPEN',
                                due_at        = excluded.due_at,
                                owner         = null,
                                snoozed_until = null,
                                escalated_at  = null,
                                next_check_at = excluded.next_check_at,
                                resolved_at   = null,
                                resolved_by   = null
                        where   alert.status      = 'RESOLVED'
                        and     alert.resolved_by = 'POLICY'
                        returning alert_id, rule
                        """)
                .param("now", Timestamp.from(now))
                .param("late", Timestamp.from(now.minus(PROMPT)))
                .param("escalates", Timestamp.from(waking.escalates(now)))
                .param("watches", watches)
                .query(
                        (row, _) ->
                                new Raised(
                                        row.getObject("alert_id", UUID.class),
                                        row.getString("rule")))
                .list();
    }

    private void settle(Long[] watches, Instant now) {
        database.sql(
                        """
                        update watch
                        set    next_check_at = case when due_at > :now then due_at end,
                               ended_by      = null,
                               ended_first   = null,
                               ended_last    = null
                        where  watch_id = any(:watches)
                        """)
                .param("now", Timestamp.from(now))
                .param("watches", watches)
                .update();
    }

    /** A watch that is looked at because its day has come has no live alert. */
    private record Taken(long watchId, boolean mayHaveALiveAlert) {}

    private record Raised(UUID alertId, String rule) {}
}
