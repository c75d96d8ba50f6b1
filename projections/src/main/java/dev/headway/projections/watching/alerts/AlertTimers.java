package dev.headway.projections.watching.alerts;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.projections.watching.alerts.AlertTable.FiredTimer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What becomes of alerts by time alone: a snooze ends, and one that nobody took for five business
 * days is escalated, once each time it comes up. One that somebody owns is not escalated.
 */
@Component
public class AlertTimers {

    private static final int BATCH = 500;
    private static final int BUSINESS_DAYS = 5;

    private final AlertTable alerts;
    private final BusinessCalendar calendar;
    private final WhenAlertRaisedThenTellChat chat;
    private final AlertCounters meters;

    public AlertTimers(
            AlertTable alerts,
            BusinessCalendar calendar,
            WhenAlertRaisedThenTellChat chat,
            AlertCounters meters) {
        this.alerts = alerts;
        this.calendar = calendar;
        this.chat = chat;
        this.meters = meters;
    }

    /** When an alert that comes up now is escalated unless somebody acknowledges it. */
    Instant escalatesAt(Instant now) {
        return calendar.plusBusinessDays(now, BUSINESS_DAYS);
    }

    /**
     * Looks at the next few alerts whose time has come, in the transaction that tells of them.
     *
     * @return whether there may be more of them
     */
    boolean fire(Instant now) {
        var fired = alerts.fire(now, escalatesAt(now), BATCH);
        var escalated = fired.stream().filter(FiredTimer::escalated).toList();
        var back = fired.stream().filter(each -> !each.escalated()).toList();
        chat.react(ids(back), Occasion.SNOOZE_ENDED, now);
        chat.react(ids(escalated), Occasion.ESCALATED, now);
        meters.opened(back.stream().map(FiredTimer::rule).toList());
        meters.escalated(escalated.stream().map(FiredTimer::rule).toList());
        return fired.size() == BATCH;
    }

    private static List<UUID> ids(List<FiredTimer> fired) {
        return fired.stream().map(FiredTimer::alertId).toList();
    }
}
