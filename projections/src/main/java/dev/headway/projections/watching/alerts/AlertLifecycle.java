package dev.headway.projections.watching.alerts;

import dev.headway.projections.chat.Occasion;
import dev.headway.projections.chat.outbox.WhenAlertRaisedThenTellChat;
import dev.headway.projections.watching.alerts.AlertTable.Raised;
import dev.headway.projections.watching.tracking.DueWatches;
import dev.headway.projections.watching.tracking.DueWatches.DueWatch;
import dev.headway.projections.watching.tracking.WatchedPartnerships;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a look at due watches means for alerts: those whose episode is over are resolved, those
 * whose anchor moved without relief follow it, and what is due is raised, once per episode. When no
 * watch is left to look at, snoozes that have ended and escalations that are due follow.
 */
@Component
public class AlertLifecycle {

    /** Under this name readers of alerts wait until what they wrote has been evaluated. */
    public static final String POSITION = WatchedPartnerships.EVALUATED;

    private final JdbcClient database;
    private final WhenAlertRaisedThenTellChat chat;
    private final AlertTimers timers;
    private final DueWatches watches;
    private final AlertTable alerts;
    private final AlertCounters meters;

    public AlertLifecycle(
            JdbcClient database,
            WhenAlertRaisedThenTellChat chat,
            DueWatches watches,
            AlertTable alerts,
            AlertTimers timers,
            AlertCounters meters) {
        this.database = database;
        this.chat = chat;
        this.watches = watches;
        this.alerts = alerts;
        this.timers = timers;
        this.meters = meters;
    }

    /**
     * What came of a look at a few watches.
     *
     * @param more whether there may be more of them
     * @param isUpToDate whether all that anything happened to is evaluated; what is left only came
     *     due by time
     */
    public record Evaluated(boolean more, boolean isUpToDate) {}

    /**
     * Looks at the next few watches, in one transaction with what follows from it.
     *
     * @param position how far the watches have been read; they stand still
     * @param isQuiet whether what is to be told waits for the end of an import
     */
    public Evaluated evaluate(Instant now, long position, boolean isQuiet) {
        forceIndexScans();
        var taken = watches.take(now);
        var due = ids(taken);
        if (due.length > 0) {
            var changed = ids(taken.stream().filter(DueWatch::mayHaveALiveAlert).toList());
            if (changed.length > 0) {
                watches.turn(changed, now);
                meters.resolved(alerts.resolve(changed, now));
                alerts.reanchor(changed, now);
            }
            var raised = alerts.raise(due, now, position, timers.escalatesAt(now));
            meters.opened(raised.stream().map(Raised::rule).toList());
            chat.react(toTell(raised), Occasion.RAISED, now, isQuiet);
            watches.markEvaluated(due, now);
        }
        var isFull = due.length == DueWatches.BATCH;
        var isUpToDate = !isFull || !taken.getLast().isChanged();
        return new Evaluated(isFull || timers.fire(now, isQuiet), isUpToDate);
    }

    /**
     * In a burst the tables outgrow their statistics, and any plan that was made before it; the
     * cost is to follow what is due all the same.
     */
    private void forceIndexScans() {
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

    private static List<UUID> toTell(List<Raised> raised) {
        return raised.stream().filter(each -> !each.isOfBefore()).map(Raised::alertId).toList();
    }

    private static Long[] ids(List<DueWatch> taken) {
        return taken.stream().map(DueWatch::watchId).toArray(Long[]::new);
    }
}
