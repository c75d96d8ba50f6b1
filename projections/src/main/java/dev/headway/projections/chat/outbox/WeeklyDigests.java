package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.AlertSource;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.chat.channels.ChatChannel;
import dev.headway.projections.chat.delivery.DeliverySender;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a week, one message for each owner: the next three steps of each of their partnerships.
 * Composed by one node, in one transaction; a week that was slept through is made up for once.
 */
@Component
public class WeeklyDigests {

    private final JdbcClient database;
    private final Clock clock;
    private final AlertSource alerts;
    private final PartnershipSource partnerships;
    private final BusinessCalendar calendar;
    private final MessageComposer composing;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    public WeeklyDigests(
            JdbcClient database,
            Clock clock,
            AlertSource alerts,
            PartnershipSource partnerships,
            BusinessCalendar calendar,
            MessageComposer composing,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.alerts = alerts;
        this.partnerships = partnerships;
        this.calendar = calendar;
        this.composing = composing;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Composes what is due; a channel that is new begins with its next time. */
    public void compose(ChatChannel channel) {
        var weekly = channel.weekly();
        var now = clock.instant();
        if (weekly == null || channel.businessHoursOnly() && !calendar.isOpenAt(now)) {
            return;
        }
        var due = weekly.lastBy(now);
        transaction.executeWithoutResult(
                _ -> {
                    if (!alerts.isQuietAt(now) && isOursToCompose(channel, due)) {
                        compose(channel, now);
                    }
                });
    }

    /** What nobody owns is in nobody's digest; an import can leave hundreds of those. */
    private void compose(ChatChannel channel, Instant now) {
        for (var owner : partnerships.owners().stream().filter(Optional::isPresent).toList()) {
            var theirs =
                    partnerships.activeOf(owner).stream().filter(channel.route()::takes).toList();
            if (!theirs.isEmpty()) {
                outbox.store(
                        channel,
                        composing.weekly(channel, owner, theirs, now),
                        now,
                        now.plus(DeliverySender.WORTH_TRYING_FOR));
            }
        }
    }

    /** Moves the mark, if it lies before {@code due}; without a mark it is only set. */
    private boolean isOursToCompose(ChatChannel channel, Instant due) {
        return database.sql(
                        """
                        with marked as (select channel, last_weekly_digest_at as was
                                        from   chat_channel
                                        where  channel = :channel
                                        and    (last_weekly_digest_at is null
                                                or last_weekly_digest_at < :due)
                                        for update skip locked)
                        update chat_channel c
                        set    last_weekly_digest_at = :due
                        from   marked
                        where  c.channel = marked.channel
                        returning marked.was is not null as is_due
                        """)
                .param("channel", channel.name())
                .param("due", Timestamp.from(due))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
