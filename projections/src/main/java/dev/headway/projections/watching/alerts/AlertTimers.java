package dev.headway.projections.watching.alerts;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of alerts by time alone: a snooze ends, and one that nobody took for five business
 * days is escalated, once each time it comes up. One that somebody owns is not escalated.
 */
@Component
public class AlertTimers {

    private static final int BATCH = 500;
    private static final int BUSINESS_DAYS = 5;

    private final JdbcClient database;
    private final BusinessCalendar calendar;
    private final WhenAlertRaisedThenTellChat chat;
    private final AlertCounters meters;

    public AlertTimers(
            JdbcClient database,
            BusinessCalendar calendar,
            WhenAlertRaisedThenTellChat chat,
            AlertCounters meters) {
        this.database = database;
        this.calendar = calendar;
        this.chat = chat;
        this.meters = meters;
    }

    private record Woken(UUID alertId, String rule, boolean escalated) {}

    /** When an alert that comes up now is escalated unless somebody acknowledges it. */
    Instant escalates(Instant now) {
        return calendar.plusBusinessDays(now, BUSINESS_DAYS);
    }

    /**
     * Looks at the next few alerts whose time has come, in the transaction that tells of them.
     *
     * @return whether there may be more of them
     */
    boolean wake(Instant now) {
        var woken = look(now);
        var escalated = woken.stream().filter(Woken::escalated).toList();
        var back = woken.stream().filter(each -> !each.escalated()).toList();
        chat.react(ids(back), Occasion.SNOOZE_ENDED, now);
        chat.react(ids(escalated), Occasion.ESCALATED, now);
        meters.opened(back.stream().map(Woken::rule).toList());
        meters.escalated(escalated.stream().map(Woken::rule).toList());
        return woken.size() == BATCH;
    }

    private List<Woken> look(Instant now) {
        return database.sql(
                        """
                        with due as (
                            select alert_id, status = 'OPEN' as unanswered
                            from   alert
                            where  next_check_at <= :now
                            order by next_check_at
                            limit  :batch
                            for update skip locked)
                        update alert
                        set    status        = 'OPEN',
                               snoozed_until = null,
                               escalated_at  = case when unanswered then cast(:now as timestamptz)
                                                    else escalated_at end,
                               next_check_at = case when not unanswered and owner is null
                                                    then cast(:escalates as timestamptz) end
                        from   due
                        where  alert.alert_id = due.alert_id
                        returning alert.alert_id, alert.rule, due.unanswered as escalated
                        """)
                .param("now", Timestamp.from(now))
                .param("escalates", Timestamp.from(escalates(now)))
                .param("batch", BATCH)
                .query(
                        (row, _) ->
                                new Woken(
                                        row.getObject("alert_id", UUID.class),
                                        row.getString("rule"),
                                        row.getBoolean("escalated")))
                .list();
    }

    private static List<UUID> ids(List<Woken> woken) {
        return woken.stream().map(Woken::alertId).toList();
    }
}
