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
     * @param isQuiet whether what is to be told waits for the end of an import
     * @return whether there may be more of them
     */
    boolean fire(Instant now, boolean isQuiet) {
        var fired = alerts.fire(now, escalatesAt(now), BATCH);
        var told = fired.stream().filter(each -> !each.isShadow()).toList();
        var escalated = told.stream().filter(FiredTimer::escalated).toList();
        var back = told.stream().filter(each -> !each.escalated()).toList();
        chat.react(toTell(back), Occasion.SNOOZE_ENDED, now, isQuiet);
        chat.react(toTell(escalated), Occasion.ESCALATED, now, isQuiet);
        meters.opened(back.stream().map(FiredTimer::rule).toList());
        meters.escalated(escalated.stream().map(FiredTimer::rule).toList());
        return fired.size() == BATCH;
    }

    private static List<UUID> toTell(List<FiredTimer> fired) {
        return fired.stream().filter(each -> !each.isOfBefore()).map(FiredTimer::alertId).toList();
    }
}
